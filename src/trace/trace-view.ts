import { type Divergence, findDivergence } from './divergence';
import { checkedTrace, parseTrace } from './parse-trace';
import type { Trace } from './trace';
import type { TraceEntry } from './trace-entry';
import type { TraceFile } from './trace-file';
import type { VectorClock } from './vector-clocks';

/** What has happened so far; it goes on as the test does. */
export class TraceView {
  readonly #trace: Trace;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  get entries(): readonly TraceEntry[] {
    return this.#trace.entries;
  }

  /**
   * One line for each entry, but for how tasks are queued, begin without a happening of their own, and end. The same
   * test gives the same text, always.
   */
  get text(): string {
    return this.#trace.toString();
  }

  /** Numbers (`seq`) of the entries that made this one happen directly, ascending. */
  causesOf(entry: Pick<TraceEntry, 'seq'>): readonly number[] {
    return this.#trace.causality.causesOf(entry);
  }

  /** Vector clock: how many entries of each agent come before this one or are itself, by the agent's name. */
  clockOf(entry: Pick<TraceEntry, 'seq'>): VectorClock {
    return this.#trace.causality.clockOf(entry);
  }

  /** Whether the first entry is a cause of the second, or a cause of a cause. What goes on by itself has no order. */
  happensBefore(first: Pick<TraceEntry, 'seq'>, second: Pick<TraceEntry, 'seq'>): boolean {
    return this.#trace.causality.happensBefore(first, second);
  }

  /**
   * The first entries in which another trace differs from this one, with a text that shows them; `undefined` when both
   * are the same. Lines of code, which move, are not compared.
   *
   * @param other a trace, what {@link toJSON} has answered, or the JSON text of that.
   * @throws ToolError `FOW_BAD_TRACE`
   */
  diff(other: TraceView | TraceFile | string): Divergence | undefined {
    const stored = typeof other === 'string' ? parseTrace(other) : other instanceof TraceView ? other.toJSON() : other;
    return findDivergence(this.toJSON(), checkedTrace(stored));
  }

  /** For viewers, and to be stored: JSON, described in docs/trace-format.md. The same test gives the same, always. */
  toJSON(): TraceFile {
    return this.#trace.toJSON();
  }

  toString(): string {
    return this.text;
  }
}
