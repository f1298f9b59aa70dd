import type { TraceEntry } from './trace-entry';

/** How many entries of each agent have happened, by the agent's name. */
export type VectorClock = Readonly<Record<string, number>>;

/** What is known of an entry: `own` counts those of its place up to it, `others` those of all other places. */
interface Moment {
  readonly place: string;
  readonly own: number;
  readonly others: ReadonlyMap<string, number>;
  readonly causes: readonly number[];
}

/**
 * What made what happen. Entries follow each other where they take place, which is the agent that performs the task
 * during which they happened: a message that a worker drops is told of its sender, and takes place on the worker. Beside
 * that, what is queued, kept back and let through comes before it begins, and an answer before what its caller does next.
 */
export class Causality {
  /** Number of the youngest entry that is known. */
  readonly lastSeq: number;
  readonly #first: number;
  readonly #moments: Moment[] = [];
  /** Youngest entry of each place. */
  readonly #latest = new Map<string, number>();
  /** By task: the entry that queued it, and the last one that did something to it on its way. */
  readonly #onItsWay = new Map<number, readonly number[]>();
  /** By task: who performs it. */
  readonly #performers = new Map<number, string>();
  /** By agent: an answer that it has not gone on from. */
  readonly #answers = new Map<string, number>();

  constructor(entries: readonly TraceEntry[]) {
    this.#first = entries[0]?.seq ?? 1;
    this.lastSeq = entries.at(-1)?.seq ?? 0;
    for (const entry of entries) this.#moments.push(this.#momentOf(entry));
    for (const helper of [this.#latest, this.#onItsWay, this.#performers, this.#answers]) helper.clear();
  }

  /** Numbers of the entries that made it happen directly, ascending. */
  causesOf({ seq }: Pick<TraceEntry, 'seq'>): readonly number[] {
    return this.#at(seq)?.causes ?? [];
  }

  /** How many entries of each agent come before it or are itself; agents without any are left out. */
  clockOf({ seq }: Pick<TraceEntry, 'seq'>): VectorClock {
    const moment = this.#at(seq);
    if (moment === undefined) return {};
    const counts = [...moment.others, [moment.place, moment.own] as const];
    return Object.fromEntries(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Whether `first` is among the causes of `second`, or of one of these, and so on. */
  happensBefore(first: Pick<TraceEntry, 'seq'>, second: Pick<TraceEntry, 'seq'>): boolean {
    const earlier = this.#at(first.seq);
    const later = this.#at(second.seq);
    if (earlier === undefined || later === undefined || earlier === later) return false;
    return countOf(later, earlier.place) >= earlier.own;
  }

  #at(seq: number): Moment | undefined {
    return this.#moments[seq - this.#first];
  }

  #momentOf(entry: TraceEntry): Moment {
    const place = this.#placeOf(entry);
    const before = this.#latest.get(place);
    const causes = this.#causesOf(entry, place, before);
    this.#remember(entry, place);
    const previous = before === undefined ? undefined : this.#at(before);
    const others = this.#merged(place, previous, causes);
    return { place, own: (previous?.own ?? 0) + 1, others, causes };
  }

  /** The clocks of all causes in one; where nothing comes from elsewhere, that of the entry before is used again. */
  #merged(place: string, previous: Moment | undefined, causes: readonly number[]): ReadonlyMap<string, number> {
    const foreign = causes.flatMap((seq) => this.#at(seq) ?? []).filter((cause) => cause.place !== place);
    if (foreign.length === 0) return previous?.others ?? new Map();
    const merged = new Map(previous?.others);
    for (const { place: other, own, others } of foreign) {
      for (const [agent, count] of [...others, [other, own] as const]) {
        if (agent !== place) merged.set(agent, Math.max(count, merged.get(agent) ?? 0));
      }
    }
    return merged;
  }

  #causesOf(entry: TraceEntry, place: string, before: number | undefined): readonly number[] {
    const causes = new Set(before === undefined ? [] : [before]);
    if ('task' in entry && entry.task !== undefined && entry.type !== 'end') {
      for (const seq of this.#onItsWay.get(entry.task) ?? []) causes.add(seq);
    }
    const answer = this.#answers.get(place);
    if (answer !== undefined) causes.add(answer);
    const byTest = isDoneByTest(entry) ? this.#latest.get('host') : undefined;
    if (byTest !== undefined) causes.add(byTest);
    return [...causes].sort((a, b) => a - b);
  }

  #remember(entry: TraceEntry, place: string): void {
    const { seq } = entry;
    this.#latest.set(place, seq);
    this.#answers.delete(place);
    if (entry.type === 'answer') this.#answers.set(entry.to, seq);
    if (entry.type === 'post' || entry.type === 'queue') {
      this.#performers.set(entry.task, entry.to);
      this.#onItsWay.set(entry.task, [seq]);
    } else if (entry.type === 'link') {
      this.#onItsWay.set(entry.task, [...(this.#onItsWay.get(entry.task) ?? []).slice(0, 1), seq]);
    } else if (entry.type === 'end') {
      this.#performers.delete(entry.task);
      this.#onItsWay.delete(entry.task);
    } else if ('task' in entry && entry.during === entry.task && !this.#performers.has(entry.during ?? 0)) {
      this.#performers.set(entry.task, entry.agent); // What queued it has been forgotten.
    }
  }

  /**
   * Where nothing is performed, code of the entry's agent did it. What links do later than at the post is the test's
   * doing; what is lost is lost by whoever did the thing before.
   */
  #placeOf(entry: TraceEntry): string {
    if (entry.during !== undefined) return this.#performers.get(entry.during) ?? entry.agent;
    if (entry.type === 'link') return this.#onItsWay.get(entry.task)?.at(-1) === entry.seq - 1 ? entry.agent : 'host';
    const isLoss = (entry.type === 'drop' && entry.task !== undefined) || entry.type === 'discard';
    return (isLoss && this.#at(entry.seq - 1)?.place) || entry.agent;
  }
}

/** What befalls a worker outside of all tasks. */
function isDoneByTest({ type, during }: TraceEntry): boolean {
  return during === undefined && (type === 'fault' || type === 'stop');
}

function countOf({ place, own, others }: Moment, agent: string): number {
  return agent === place ? own : (others.get(agent) ?? 0);
}
