import type { TraceEvent } from './trace-entry';

/** The version of the format that is written; readers refuse others. */
export const traceVersion = 1;

/** A trace as it is stored and handed to viewers: JSON, described in docs/trace-format.md. */
export interface TraceFile {
  readonly format: 'fake-ohos-worker/trace';
  readonly version: typeof traceVersion;
  /** The test that was traced, if that is known; `file` is relative to the project, with forward slashes. */
  readonly test?: { readonly file: string; readonly name: string };
  /** In the order of their making; the first is the host. */
  readonly agents: readonly TracedAgent[];
  /** How many older entries have been forgotten because of `trace.maxEvents`. */
  readonly forgotten: number;
  readonly entries: readonly StoredEntry[];
}

export interface TracedAgent {
  /** `host`, or a worker's label, such as `worker#1`. */
  readonly name: string;
  /** `host`, `ThreadWorker`, `Worker` or `RestrictedWorker`. */
  readonly kind: string;
  /** The script, relative to the project; absent for the host. */
  readonly file?: string;
  /** The agent that has constructed it; absent for the host. */
  readonly parent?: string;
}

/** What every stored entry tells, beside the fields of its {@link TraceEvent}. */
export interface StoredEntryBase {
  /** 1, 2, 3 … in the order of the happenings. */
  readonly seq: number;
  /** Milliseconds on the world's clock. */
  readonly time: number;
  /** The agent on which it happened. */
  readonly agent: string;
  /** Id of the task that the agent was performing; absent when the test itself did it. */
  readonly during?: number;
  /**
   * What happened before it and made it happen, ascending: `seq` of the entry before it where it took place, which is on
   * the agent that performs the task `during`, else on its own; for the begin of a task, `seq` of the entry that queued
   * it and of the last one that told of it on its way; after a global call, `seq` of the answer.
   */
  readonly causes: readonly number[];
  /** Where in the project it was asked for, as `file:line:column`; of posts, and as far as it is known. */
  readonly at?: string;
}

/** {@link TraceEvent} with its data as {@link StoredValue}. */
export type StoredEntry = StoredEntryBase & StoredEvent;

type Stored<E> = E extends { readonly data: unknown }
  ? Omit<E, 'data'> & { readonly data: StoredValue }
  : E extends { readonly data?: unknown }
    ? Omit<E, 'data'> & { readonly data?: StoredValue }
    : E;

export type StoredEvent = Stored<TraceEvent>;

/**
 * A value in JSON. Strings, finite numbers, booleans, `null`, arrays and plain objects stand for themselves; an object
 * with `$type` stands for anything else: `{ $type: 'undefined' }`, `{ $type: 'bigint', value: '1' }`,
 * `{ $type: 'number', value: 'NaN' }`, `{ $type: 'Map', entries: [[k, v]] }`, `{ $type: 'Set', values: [] }` (both with
 * `name` if of a class of their own), `{ $type: 'Date', value: <ISO string> }`, `{ $type: 'RegExp', value: '/a/g' }`,
 * `{ $type: 'Error', name, message, cause, fields: {} }`,
 * `{ $type: 'ArrayBuffer', byteLength, head: <hexadecimal, the first 64 bytes> }`, views alike, with `length`,
 * `{ $type: 'class', name, fields: {} }` for an instance (Sendable ones too), `{ $type: 'ref', path: <JSON pointer> }`
 * for an object that stands elsewhere in the same stored value, `{ $type: 'object', fields: {} }` for a plain object that
 * has a field `$type` of its own, `{ $type: 'redacted' }`, `{ $type: 'hole' }` in an array, `{ $type: 'getter' }` for
 * what only code of the user's knows, `{ $type: 'symbol', value }`, `{ $type: 'function', name }`,
 * `{ $type: 'boxed', preview }` for `Object(1)` and the like, `{ $type: 'cut', preview }` for what is beyond the limits of
 * size. Where a collection is too large, `more` tells how many values are left out; an array is then
 * `{ $type: 'array', items: [], more }`, a plain object `{ $type: 'object', fields: {}, more }`.
 */
export type StoredValue =
  | null
  | boolean
  | number
  | string
  | readonly StoredValue[]
  | { readonly [field: string]: StoredValue };
