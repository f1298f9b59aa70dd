import { describe, expect, it } from '@jest/globals';
import { jestMajors } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

const file = (name: string) => `<project>/entry/src/${name}`;

describe.each(jestMajors)('time under Jest %d', (jest) => {
  it('is virtual, that of fake timers, or the machine’s; whatever is faked, nothing of ours waits for it', async () => {
    const run = await runJest('time', [], { jest });

    expect(summaryOf(run)).toEqual({
      [file('device/device.test.ts')]: { passed: 7, failures: [] },
      [file('faked/everything.test.ts')]: { passed: 12, failures: [] },
      [file('following/following.test.ts')]: { passed: 15, failures: [] },
      [file('plain/plain.test.js')]: { passed: 2, failures: [] },
    });
    expect(run.exitCode).toBe(0);
  }, 180_000);
});
