import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expectedText } from './support/expected-text';
import { installationOf, jestMajors, projectIn } from './support/places';
import { runJest, summaryOf } from './support/run-jest';
import { WatchingJest } from './support/watching-jest';

const timeout = 180_000;

const file = (name: string) => `<project>/entry/src/${name}`;

describe.each(jestMajors)('safety under Jest %d', (jest) => {
  it(
    'holds: whatever a worker does, Jest goes on and says which worker it was',
    async () => {
      const run = await runJest('safety', ['--detectOpenHandles'], { jest });

      const summary = summaryOf(run);
      const auto = summary[file('failing/auto.test.ts')];
      expect(summary).toEqual({
        [file('safe/endless.test.ts')]: { passed: 5, failures: [] },
        [file('safe/process.test.ts')]: { passed: 4, failures: [] },
        [file('plain/plain.test.js')]: { passed: 1, failures: [] },
        [file('failing/auto.test.ts')]: { passed: 1, failures: [expect.any(String)] },
      });
      expect(auto?.failures[0]).toContain(expectedText('endless-in-auto-mode').trimEnd());
      expect(run.output).not.toContain('open handle');
      expect(run.output).not.toContain('DEP0111');
    },
    timeout,
  );

  it(
    'tells of a call that is not guarded and does not return, while it hangs',
    async () => {
      const cli = join(installationOf(jest), 'node_modules/jest/bin/jest.js');
      const hanging = new WatchingJest(cli, ['--config=unguarded.config.js', '--runInBand'], projectIn(jest, 'safety'));
      try {
        await hanging.printed('which is always guarded.');
        const [, told = ''] = /(Code of a worker.*)$/s.exec(hanging.output) ?? [];
        expect(told.trimEnd()).toBe(expectedText('unguarded').trimEnd());
      } finally {
        await hanging.stop();
      }
    },
    timeout,
  );
});
