import { expect, it } from '@jest/globals';
import { runJest, summaryOf } from './support/run-jest';

/** What both examples print, after a first line that names the script as the example's model does. */
const conversation = `0ms  host       post       -> greeter#1  'message from main thread.'
0ms  greeter#1  start      entry/src/main/ets/workers/worker.ts
0ms  greeter#1  running
0ms  greeter#1  message    <- host  'message from main thread.'
0ms  greeter#1  post       -> host  'message from worker thread.'
0ms  host       message    <- greeter#1  'message from worker thread.'
0ms  host       terminate  -> greeter#1
0ms  greeter#1  stop
0ms  host       exit       <- greeter#1  code 0
`;

/** With the Jest that their package.json does not ask for: `npm run example` runs them as they are. */
const major = 29;

it('both examples pass and print the same trace of 1,000 runs under Jest 29, too', async () => {
  const run = await runJest('examples', ['--projects=stage-model', '--projects=fa-model'], { jest: major });

  expect(summaryOf(run)).toEqual({
    '<project>/fa-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
    '<project>/stage-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
  });
  const printed = run.output.replaceAll(/^ +/gm, '');
  for (const url of ['entry/ets/workers/worker.ts', '../workers/worker.ts']) {
    const start = `0ms  host       new        greeter#1 = new ThreadWorker('${url}')\n`;
    expect(printed).toContain(`${start}${conversation}`);
  }
}, 180_000);
