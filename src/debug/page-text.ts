import { readFileSync } from 'node:fs';
import type { TraceFile } from '../trace';
import type { RecordedTest } from './recording';

/** The element of the page that holds what it shows; as it is built, a test that is being debugged. */
const shown = /(<script id="shown" type="application\/json">)[^<]*(<\/script>)/;

/** The page as it is built: it asks its server. */
export function livePage(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The page with a trace in it, which can't end the element that it stands in. */
export function pageOf(file: string, trace: TraceFile): string {
  const json = JSON.stringify(trace).replaceAll('<', '\\u003c');
  return readFileSync(file, 'utf8').replace(shown, (_, before: string, after: string) => `${before}${json}${after}`);
}

/** Links to the pages of several tests. */
export function listOfTests(tests: readonly RecordedTest[], parameters: URLSearchParams): string {
  const items = tests.map(({ test, errors }, index) => {
    const link = new URLSearchParams([...parameters, ['test', `${index}`]]);
    const failed = errors.length === 0 ? '' : ' ✗';
    return `<li><a href="/?${escaped(`${link}`)}">${escaped(`${test.file}: ${test.name}`)}</a>${failed}</li>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>fake-ohos-worker</title><ol>${items.join('\n')}</ol>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
