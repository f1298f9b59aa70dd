import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';
import { checkDocument } from './support/check-document';

checkDocument('docs/errors.md');

it('lists every code of the source, and no other', () => {
  const listed = codesIn(readFileSync(join(repoFolder, 'docs/errors.md'), 'utf8'), /^\| `(FOW_\w+)` \|/gm);

  expect(listed).toEqual(codesIn(sourceText(), /'(FOW_\w+)'/g));
});

function codesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, code = '']) => code))].sort();
}

function sourceText(): string {
  const folder = join(repoFolder, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}
