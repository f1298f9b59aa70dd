import type { TraceEntry, TraceEvent } from './trace-entry';
import { formatEntries } from './trace-text';

/** What happened, in order. When it is full the oldest entries go. */
export class Trace {
  #entries: TraceEntry[] = [];
  #lastSeq = 0;

  constructor(
    private readonly now: () => number,
    /** How many entries are kept at least; 0 switches the trace off. */
    private readonly maxEvents: number,
  ) {}

  get entries(): readonly TraceEntry[] {
    return this.#entries.length > this.maxEvents ? this.#entries.slice(-this.maxEvents) : this.#entries;
  }

  /** How many entries had to go. */
  get forgotten(): number {
    return this.#lastSeq - this.entries.length;
  }

  add(agent: string, event: TraceEvent): void {
    if (this.maxEvents === 0) return;
    const entry: TraceEntry = { seq: ++this.#lastSeq, time: this.now(), agent, ...event };
    this.#entries.push(entry);
    if (this.#entries.length >= this.maxEvents * 2) this.#entries = this.#entries.slice(-this.maxEvents);
  }

  /** One line for each entry; the same program gives the same text. */
  toString(): string {
    return formatEntries(this.entries);
  }
}
