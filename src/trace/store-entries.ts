import type { Causality } from './causality';
import { storeValue } from './stored-value';
import type { TraceEntry } from './trace-entry';
import type { StoredEntry } from './trace-file';

/** Entries as they stand in a file: JSON, with their causes. */
export function storeEntries(entries: readonly TraceEntry[], causality: Causality): StoredEntry[] {
  return entries.map((entry) => storeEntry(entry, causality.causesOf(entry)));
}

function storeEntry(entry: TraceEntry, causes: readonly number[]): StoredEntry {
  const { seq, time, agent, during, at, ...event } = entry;
  const stored = {
    seq,
    time,
    agent,
    ...(during === undefined ? {} : { during }),
    causes,
    ...(at === undefined ? {} : { at }),
    ...event,
  };
  return ('data' in entry ? { ...stored, data: storeValue(entry.data) } : stored) as StoredEntry;
}
