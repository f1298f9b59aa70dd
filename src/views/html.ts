import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TraceFile } from '../trace';
import { renderPage } from './render-page';

/** One HTML file that shows a trace in a browser, without a server and without a network. */
export function toHtml(trace: TraceFile): string {
  return renderPage(trace, readFileSync(join(__dirname, 'page.html'), 'utf8'));
}
