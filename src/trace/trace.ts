import type { TraceEntry, TraceEvent } from './trace-entry';
import { formatEntries } from './trace-text';

/**
 * What happened, in order. When it is full the oldest entries go. Entries are put together when somebody looks; until
 * then their fields lie side by side, which is the cheapest to write.
 */
export class Trace {
  #times: number[] = [];
  #agents: string[] = [];
  #events: TraceEvent[] = [];
  #forgotten = 0;

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
    const from = Math.max(0, this.#events.length - count);
    return this.#events.slice(from).map((event, i) => this.#entry(from + i, event));
  }

  add(agent: string, event: TraceEvent): void {
    if (this.maxEvents === 0) return;
    this.#times.push(this.now());
    this.#agents.push(agent);
    this.#events.push(event);
    if (this.#events.length >= this.maxEvents * 2) this.#forgetOldest();
  }

  /** One line for each entry; the same program gives the same text. */
  toString(): string {
    return formatEntries(this.entries);
  }

  #entry(index: number, event: TraceEvent): TraceEntry {
    const time = this.#times[index] ?? 0;
    const agent = this.#agents[index] ?? '';
    return { seq: this.#forgotten + index + 1, time, agent, ...event };
  }

  #forgetOldest(): void {
    this.#forgotten += this.#events.length - this.maxEvents;
    this.#times = this.#times.slice(-this.maxEvents);
    this.#agents = this.#agents.slice(-this.maxEvents);
    this.#events = this.#events.slice(-this.maxEvents);
  }
}
