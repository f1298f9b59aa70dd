import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from '@jest/globals';

const repo = resolve(__dirname, '../..');

/** All codes that a pattern finds in the files of a folder. */
function codesIn(folder: string, pattern: RegExp): string[] {
  const names = readdirSync(join(repo, folder), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(ts|txt)$/.test(name) && !/node_modules|generated/.test(name));
  const text = files.map((name) => readFileSync(join(repo, folder, name), 'utf8')).join('\n');
  return [...new Set([...text.matchAll(pattern)].map(([, code = '']) => code))].sort();
}

it('every code of the source ends a summary that a test expects, as text or as the parts of a diagnostic', () => {
  const asText = codesIn('test', /\S \[(FOW_\w+)\](?=['"`\n]|\\n)/g);
  const asParts = codesIn('test', /code: '(FOW_\w+)',\s+summary:/g);

  expect(codesIn('src', /'(FOW_\w+)'/g).filter((code) => ![...asText, ...asParts].includes(code))).toEqual([]);
});
