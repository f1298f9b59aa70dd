import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { deviations } from '../../src/ohos/deviations';
import { repoFolder } from '../e2e/support/places';

it('shows the known deviations as they stand in the source', () => {
  const text = readFileSync(join(repoFolder, 'docs/deviations.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([A-Z]-\d+\w?) \| (.*) \|$/gm)].map(([, rule, what]) => ({ rule, what }));

  expect(rows).toEqual(deviations);
});
