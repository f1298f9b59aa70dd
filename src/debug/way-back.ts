import type { StoredEntry } from '../trace';
import type { ShownBreakpoint } from './protocol';

/** One test of a run; files may run in another order the next time. */
export interface TestKey {
  /** Absolute. */
  readonly file: string;
  /** 0, 1, 2 … in the order in which the tests of the file begin. */
  readonly ordinal: number;
}

/** Ids of the tasks that were performed in a test. */
export interface TestSchedule extends TestKey {
  readonly schedule: readonly number[];
}

/** What a new run has to do to come to where an earlier one stood. */
export interface WayBack extends TestSchedule {
  /** How many tasks are performed before it stops. */
  readonly position: number;
  /** What the trace was; empty if it can't be compared. */
  readonly entries: readonly StoredEntry[];
  readonly breakpoints: readonly ShownBreakpoint[];
  /** The orders of the tests before it. */
  readonly before: readonly TestSchedule[];
}

export function isSameTest(a: TestKey, b: TestKey): boolean {
  return a.file === b.file && a.ordinal === b.ordinal;
}

/**
 * Where a trace first differs from the one that was recorded, in words.
 *
 * @param next id of the task that is about to be performed: what is recorded beyond it has not happened yet.
 */
export function firstDifference(
  recorded: readonly StoredEntry[],
  now: readonly StoredEntry[],
  next: number | undefined,
): string | undefined {
  const at = now.findIndex((entry, index) => JSON.stringify(entry) !== JSON.stringify(recorded[index]));
  if (at >= 0) return difference(recorded[at], now[at]);
  const missing = recorded[now.length];
  if (missing === undefined || missing.during === next) return undefined;
  return difference(missing, undefined);
}

function difference(recorded: StoredEntry | undefined, now: StoredEntry | undefined): string {
  const { seq } = recorded ?? now ?? { seq: 0 };
  return `entry ${seq} of the trace was ${shown(recorded)}, and is now ${shown(now)}`;
}

function shown(entry: StoredEntry | undefined): string {
  if (entry === undefined) return 'nothing';
  const { seq, causes, ...told } = entry;
  return JSON.stringify(told);
}
