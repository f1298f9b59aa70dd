import type { TraceEntry } from './trace-entry';
import { type Moment, type VectorClock, VectorClocks } from './vector-clocks';

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
  #clocks: VectorClocks | undefined;
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
    return this.#onDemand.clockOf(seq);
  }

  /** Whether `first` is among the causes of `second`, or of one of these, and so on. */
  happensBefore(first: Pick<TraceEntry, 'seq'>, second: Pick<TraceEntry, 'seq'>): boolean {
    return this.#onDemand.isBefore(first.seq, second.seq);
  }

  get #onDemand(): VectorClocks {
    this.#clocks ??= new VectorClocks(this.#moments, this.#first);
    return this.#clocks;
  }

  #at(seq: number): Moment | undefined {
    return this.#moments[seq - this.#first];
  }

  #momentOf(entry: TraceEntry): Moment {
    const place = this.#placeOf(entry);
    const causes = this.#directCauses(entry, place);
    this.#remember(entry, place);
    return { place, causes };
  }

  #directCauses(entry: TraceEntry, place: string): readonly number[] {
    const onItsWay = 'task' in entry && entry.task !== undefined && entry.type !== 'end';
    const found = [
      this.#latest.get(place),
      ...((onItsWay ? this.#onItsWay.get(entry.task) : undefined) ?? []),
      this.#answers.get(place),
      isDoneByTest(entry) ? this.#latest.get('host') : undefined,
    ];
    const causes = found.filter((seq, at) => seq !== undefined && found.indexOf(seq) === at) as number[];
    return causes.length === 1 ? causes : causes.sort((a, b) => a - b);
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
