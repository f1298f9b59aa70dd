import { describe, expect, it } from '@jest/globals';
import { expectedText } from './support/expected-text';
import { jestMajors } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

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
});
