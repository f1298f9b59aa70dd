import { isDeepStrictEqual } from 'node:util';
import { preview } from '../base';
import { restoreEntry, restoreValue } from './restore-value';
import type { StoredEntry, StoredValue, TraceFile } from './trace-file';
import { formatEntries } from './trace-text';

/** Where two traces cease to be the same. */
export interface Divergence {
  /** Absent where this trace has ended. */
  readonly entry?: StoredEntry;
  /** The other trace's; absent where that has ended. */
  readonly other?: StoredEntry;
  /** The first field that differs, such as `data.items[0]`; absent where one trace has ended. */
  readonly field?: string;
  /** What happened before, and both entries. */
  readonly text: string;
}

/** How many entries before it are shown. */
const shownBefore = 3;

/** The first entries that differ in anything but their lines of code; `undefined` when all are the same. */
export function findDivergence(trace: TraceFile, otherTrace: TraceFile): Divergence | undefined {
  const first = Math.max(trace.forgotten, otherTrace.forgotten) + 1;
  const [ours, theirs] = [trace, otherTrace].map(({ entries }) => entries.filter(({ seq }) => seq >= first));
  for (let at = 0; at < Math.max(ours?.length ?? 0, theirs?.length ?? 0); at++) {
    const entry = ours?.[at];
    const other = theirs?.[at];
    if (isDeepStrictEqual(entry && comparable(entry), other && comparable(other))) continue;
    const before = ours?.slice(Math.max(0, at - shownBefore), at) ?? [];
    return divergence({ entry, other, before, same: at });
  }
  return undefined;
}

interface Found {
  readonly entry: StoredEntry | undefined;
  readonly other: StoredEntry | undefined;
  readonly before: readonly StoredEntry[];
  /** How many entries are the same. */
  readonly same: number;
}

function divergence({ entry, other, before, same }: Found): Divergence {
  if (entry === undefined || other === undefined) {
    const left = entry ?? other;
    const ended = entry === undefined ? 'this one has' : 'the other has';
    const what = `The traces are the same for ${countOf(same)}; then ${ended} ended`;
    const lines = [what, ...shown('', before), ...shown(entry === undefined ? 'other' : 'this', left ? [left] : [])];
    return { ...(entry && { entry }), ...(other && { other }), text: lines.join('\n') };
  }
  const { path, values } = firstDifference(comparable(entry), comparable(other)) ?? { path: '', values: [] };
  const [ours, theirs] = values.map((value) => preview(value === undefined ? undefined : restoreValue(value)));
  const what = `The traces are the same for ${countOf(same)}; then ${path} is ${ours}, in the other ${theirs}`;
  const text = [what, ...shown('', before), ...shown('this', [entry]), ...shown('other', [other])].join('\n');
  return { entry, other, field: path, text };
}

/** Lines of code move without anything having changed, and causes follow from the entries. What tells most comes first. */
function comparable({ at: _at, causes: _causes, type, ...entry }: StoredEntry): StoredValue {
  return { type, ...entry } as unknown as StoredValue;
}

interface Difference {
  readonly path: string;
  readonly values: readonly (StoredValue | undefined)[];
}

function firstDifference(a: StoredValue | undefined, b: StoredValue | undefined, path = ''): Difference | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return { path, values: [a, b] };
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(fieldOf(a, name), fieldOf(b, name), joined(path, name, Array.isArray(a)));
    if (found !== undefined) return found;
  }
  return { path, values: [a, b] };
}

function isObject(value: StoredValue | undefined): value is object & StoredValue {
  return typeof value === 'object' && value !== null;
}

function fieldOf(value: object, name: string): StoredValue | undefined {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function joined(path: string, name: string, isItem: boolean): string {
  if (isItem) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}

function countOf(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

function shown(whose: string, entries: readonly StoredEntry[]): string[] {
  return entries.map((entry) => `${whose.padStart(7)}  ${lineOf(entry)}`.trimEnd());
}

/** What the text of the trace leaves out is shown by its fields. */
function lineOf(entry: StoredEntry): string {
  const line = formatEntries([restoreEntry(entry)]);
  if (line !== '') return line;
  const { seq: _seq, time, agent, during: _during, causes: _causes, at: _at, type, ...rest } = entry;
  return `${time}ms  ${agent}  ${type.padEnd(9)}  ${preview(rest)}`;
}
