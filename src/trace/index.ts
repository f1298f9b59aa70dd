export { Trace } from './trace';
export type { TraceEntry, TraceEvent } from './trace-entry';
export { formatEntries } from './trace-text';
