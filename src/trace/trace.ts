import type { TraceEntry, TraceEvent } from './trace-entry';
import { formatEntries } from './trace-text';

/** As an entry is kept; it is put together when somebody looks. */
interface Kept {
  readonly seq: number;
  readonly time: number;
  readonly agent: string;
  readonly event: TraceEvent;
}

/** What happened, in order. When it is full the oldest entries go. */
export class Trace {
  #kept: Kept[] = [];
  #lastSeq = 0;

  constructor(
    private readonly now: () => number,
    /** How many entries are kept at least; 0 switches the trace off. */
    private readonly maxEvents: number,
  ) {}

  get entries(): readonly TraceEntry[] {
    return this.last(this.maxEvents);
  }

  /** The youngest entries, at most so many. */
  last(count: number): readonly TraceEntry[] {
    if (count === 0) return [];
    return this.#kept.slice(-count).map(({ seq, time, agent, event }) => ({ seq, time, agent, ...event }));
  }

  add(agent: string, event: TraceEvent): void {
    if (this.maxEvents === 0) return;
    this.#kept.push({ seq: ++this.#lastSeq, time: this.now(), agent, event });
    if (this.#kept.length >= this.maxEvents * 2) this.#kept = this.#kept.slice(-this.maxEvents);
  }

  /** One line for each entry; the same program gives the same text. */
  toString(): string {
    return formatEntries(this.entries);
  }
}
