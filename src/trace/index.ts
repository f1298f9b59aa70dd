export type { VectorClock } from './causality';
export { storeValue } from './stored-value';
export { Trace } from './trace';
export type { TraceEntry, TraceEvent } from './trace-entry';
export type { StoredEntry, StoredEvent, StoredValue, TracedAgent, TraceFile } from './trace-file';
export { traceVersion } from './trace-file';
export { formatEntries, isTold } from './trace-text';
