/** How many entries of each agent have happened, by the agent's name. */
export type VectorClock = Readonly<Record<string, number>>;

/** What clocks are made from: where an entry takes place, and its causes. */
export interface Moment {
  readonly place: string;
  /** Numbers of entries, ascending. */
  readonly causes: readonly number[];
}

/** The entries of its place up to an entry, which is among them, and those of all other places that come before it. */
interface Clock {
  readonly place: string;
  readonly own: number;
  readonly others: ReadonlyMap<string, number>;
}

const none: ReadonlyMap<string, number> = new Map();

/** The clocks of all entries of a trace. */
export class VectorClocks {
  readonly #clocks: Clock[] = [];
  /** Youngest entry of each place. */
  readonly #latest = new Map<string, Clock>();

  constructor(
    moments: readonly Moment[],
    /** Number of the first of them. */
    private readonly first: number,
  ) {
    for (const moment of moments) this.#add(moment);
  }

  /** Agents without any entry are left out. */
  clockOf(seq: number): VectorClock {
    const clock = this.#clocks[seq - this.first];
    if (clock === undefined) return {};
    const counts = [...clock.others, [clock.place, clock.own] as const];
    return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  isBefore(first: number, second: number): boolean {
    const earlier = this.#clocks[first - this.first];
    const later = this.#clocks[second - this.first];
    if (earlier === undefined || later === undefined || earlier === later) return false;
    const count = later.place === earlier.place ? later.own : (later.others.get(earlier.place) ?? 0);
    return count >= earlier.own;
  }

  #add({ place, causes }: Moment): void {
    const previous = this.#latest.get(place);
    const clock = { place, own: (previous?.own ?? 0) + 1, others: this.#merged(place, previous, causes) };
    this.#clocks.push(clock);
    this.#latest.set(place, clock);
  }

  /** The clocks of all causes in one; where nothing comes from elsewhere, that of the entry before is used again. */
  #merged(place: string, previous: Clock | undefined, causes: readonly number[]): ReadonlyMap<string, number> {
    const clocks = causes.flatMap((seq) => this.#clocks[seq - this.first] ?? []);
    const foreign = clocks.filter((clock) => clock.place !== place);
    if (foreign.length === 0) return previous?.others ?? none;
    const merged = new Map(previous?.others);
    for (const { place: other, own, others } of foreign) {
      for (const [agent, count] of [...others, [other, own] as const]) {
        if (agent !== place) merged.set(agent, Math.max(count, merged.get(agent) ?? 0));
      }
    }
    return merged;
  }
}
