import { describe, expect, it } from '@jest/globals';
import { expectedText } from './support/expected-text';
import { jestMajors } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

describe.each(jestMajors)('under Jest %d', (jest) => {
  it('automock, options, another preset and the fallback without the preset work', async () => {
    const run = await runJest('stage-app', ['--config=settings.config.js'], { jest });

    expect(summaryOf(run)).toEqual({
      '<project>/entry/src/automock/automock.test.ts': { passed: 2, failures: [] },
      '<project>/entry/src/mapper-only/mapper-only.test.ts': { passed: 9, failures: [] },
      '<project>/entry/src/options/options.test.ts': { passed: 4, failures: [] },
      '<project>/entry/src/other-preset/other-preset.test.ts': { passed: 3, failures: [] },
    });
    expect(run.output).toContain(expectedText('left-running-without-preset'));
    expect(run.exitCode).toBe(0);
  }, 180_000);
});
