import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from '@jest/globals';
import type { TraceFile } from '../../../src/trace';
import { renderPage } from '../../../src/views/render-page';

const file = resolve(__dirname, '../../../dist/page.html');

/** The page as the package has it. */
export function builtPage(): string {
  if (!existsSync(file)) throw new Error('dist/page.html is missing: npm run build');
  return readFileSync(file, 'utf8');
}

/** Writes pages of traces into a folder that goes with the tests of the file; answers their `file:` addresses. */
export function useTracePages(): (trace: TraceFile) => string {
  const folder = mkdtempSync(join(tmpdir(), 'trace-page-'));
  let pages = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (trace) => {
    const path = join(folder, `${++pages}.html`);
    writeFileSync(path, renderPage(trace, builtPage()));
    return pathToFileURL(path).href;
  };
}
