import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repoFolder } from '../e2e/support/places';
import { checkDocument } from './support/check-document';

checkDocument('docs/matchers.md');

it('shows every matcher in the table and in an example', () => {
  const types = readFileSync(join(repoFolder, 'src/jest/matchers/matcher-types.ts'), 'utf8');
  const names = [...types.matchAll(/^ {2}(to\w+)\(/gm)].map(([, name = '']) => name);
  const text = readFileSync(join(repoFolder, 'docs/matchers.md'), 'utf8');

  expect(names).toHaveLength(16);
  expect(names.filter((name) => !text.includes(`\`${name}(`) || !text.includes(`).${name}(`))).toEqual([]);
});
