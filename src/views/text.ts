import { formatEntries, restoreEntries, type TraceFile } from '../trace';

/** The text that `workers.trace` prints, of a stored trace: one line for each entry. */
export function toText({ entries }: TraceFile): string {
  return formatEntries(restoreEntries(entries));
}
