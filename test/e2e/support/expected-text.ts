import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A text of `test/e2e/expected/`: what Jest prints of the failures of a test file. */
export function expectedText(name: string): string {
  return readFileSync(resolve(__dirname, '../expected', `${name}.txt`), 'utf8');
}
