import { describe, expect, it } from '@jest/globals';
import { expectedText } from './support/expected-text';
import { jestMajors } from './support/places';
import { runJest, summaryOf } from './support/run-jest';

const inModule = (file: string) => `<project>/entry/src/${file}`;
const passed = (count: number) => ({ passed: count, failures: [] });

describe.each(jestMajors)('the device tests of a project under Jest %d', (jest) => {
  it('run unchanged, one file each, with their data; what they leave out is skipped', async () => {
    const run = await runJest('device-tests', [], { jest, nodeOptions: ['--experimental-vm-modules'] });

    expect(summaryOf(run)).toEqual({
      [inModule('esm/Native.test.mjs')]: passed(1),
      [inModule('ohosTest/ets/test/Ability.test.ets')]: passed(4),
      [inModule('ohosTest/ets/test/LocalWorker.test.ets')]: passed(10),
      [inModule('ohosTest/ets/test/OnlyMocks.test.ts')]: passed(1),
      [inModule('ohosTest/ets/test/Plain.test.ts')]: passed(1),
      [inModule('test/LocalUnit.test.ets')]: passed(1),
    });
    const all = Object.values(run.files).flatMap(({ tests }) => Object.entries(tests));
    expect(all.filter(([, { status }]) => status === 'pending').map(([name]) => name)).toEqual([
      'ActsAbilityTest isLeftOut',
      'leftOutAsAWhole (no such device) isLeftOutToo',
    ]);
    expect(all.map(([name]) => name).filter((name) => name.startsWith('dataTest (1 of 2)'))).toEqual([
      'dataTest (1 of 2) addsUp #1 {"numbers":[1,2],"total":3}',
      'dataTest (1 of 2) addsUp #2 {"numbers":[],"total":0}',
      'dataTest (1 of 2) isRepeated (1 of 3)',
      'dataTest (1 of 2) isRepeated (2 of 3)',
      'dataTest (1 of 2) isRepeated (3 of 3)',
    ]);
    expect(run.exitCode).toBe(0);
  }, 180_000);

  it('fail with the values and the line of the test, and soon; the filter leaves out what it does not want', async () => {
    const run = await runJest('device-tests', ['--config=failing.config.js'], { jest });
    const outcomeOf = (file: string) => run.files[inModule(`failing/${file}.test.ets`)];
    const { tests = {} } = outcomeOf('Failing') ?? {};
    const failures = Object.entries(tests).flatMap(([name, outcome]) => [name, ...outcome.failures]);

    const inUserCode = failures.join('\n\n').replaceAll(/\n +at (node:|<installation>|new Promise ).*/g, '');
    expect(`${inUserCode}\n`).toBe(expectedText('device-tests'));
    expect(tests['failingTest isNotSelected']).toEqual({ status: 'pending', failures: [] });
    expect(summaryOf(run)[inModule('plain/plain.test.js')]).toEqual(passed(1));
    expect(outcomeOf('Late')?.message).toContain('Exceeded timeout of 100 ms for a test.');
    expect(outcomeOf('Late')?.message).toContain(">  7 |     it('neverCallsBack', 0, (done: Function) => {");
    expect(outcomeOf('Describing')?.message).toContain(">  8 |     throw new Error('not all was described');");
  }, 180_000);
});
