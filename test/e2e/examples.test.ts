import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repoFolder } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

/** The trace that the README shows: what both examples print, but for the script's URL. */
const [, trace = ''] = /^```text\n(.*?\n)```$/ms.exec(readFileSync(join(repoFolder, 'README.md'), 'utf8')) ?? [];

/** With the Jest that their package.json does not ask for: `npm run example` runs them as they are. */
const major = 29;

it('both examples pass and print the trace that the README shows, under Jest 29, too', async () => {
  const run = await runJest('examples', ['--projects=stage-model', '--projects=fa-model'], { jest: major });

  expect(summaryOf(run)).toEqual({
    '<project>/fa-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
    '<project>/stage-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
  });
  const printed = run.output.replaceAll(/^ +/gm, '');
  expect(printed).toContain(trace);
  expect(printed).toContain(trace.replace("'entry/ets/workers/worker.ts'", "'../workers/worker.ts'"));
  expect(trace).toContain("new ThreadWorker('entry/ets/workers/worker.ts')");
}, 180_000);
