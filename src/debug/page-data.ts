import { readFileSync } from 'node:fs';
import type { RecordedTest } from './recording';

/** What the page is given: where its messages come from. */
export type PageData = { readonly live: true } | { readonly live: false; readonly tests: readonly RecordedTest[] };

/** The element of the page that holds its data. */
const place = /(<script type="application\/json" id="data">)[^<]*(<\/script>)/;

/** The page with its data in it, which can't end the element that it stands in. */
export function pageWith(file: string, data: PageData): string {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return readFileSync(file, 'utf8').replace(place, (_, before: string, after: string) => `${before}${json}${after}`);
}
