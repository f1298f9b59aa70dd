import type { TraceFile } from '../trace';

/** What the page has been made for: a trace that stands in it, or a test that is being debugged. */
export type Shown = { readonly live: true } | { readonly live: false; readonly trace: TraceFile };

/** Reads the JSON that stands in the page. */
export function readShown(document: Document): Shown {
  const value: unknown = JSON.parse(document.getElementById('shown')?.textContent ?? 'null');
  if (typeof value === 'object' && value !== null && 'live' in value && value.live === true) return { live: true };
  return { live: false, trace: value as TraceFile };
}
