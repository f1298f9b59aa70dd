import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectedText } from './support/expected-text';
import { jestMajors } from './support/places';
import { type JestRun, runJest } from './support/run-jest';

const timeout = 180_000;

/** The titles of the tests of a file that passed. */
function passedIn({ files }: JestRun, file: string): string[] {
  const tests = Object.entries(files[file]?.tests ?? {});
  return tests.filter(([, { status }]) => status === 'passed').map(([title]) => title);
}

describe.each(jestMajors)('what Jest %d prints', (jest) => {
  let run: JestRun;

  beforeAll(async () => {
    run = await runJest('stage-app', ['--config=failing.config.js'], { jest });
  }, timeout);

  const file = (name: string) => `<project>/entry/src/failing/${name}.test.ts`;

  it('tells newcomers what they have done', () => {
    expect(run.files[file('newcomer')]?.message).toBe(expectedText('newcomer'));
    expect(passedIn(run, file('newcomer'))).toEqual([]);
  });

  it('tells newcomers why a script was refused', () => {
    expect(run.output).toContain(expectedText('script-not-found'));
    expect(run.output).toContain(expectedText('script-not-registered'));
  });

  it('blames the right test for what nobody caught', () => {
    expect(run.files[file('uncaught')]?.message).toBe(expectedText('uncaught'));
    expect(passedIn(run, file('uncaught'))).toEqual([
      'passes in between',
      'passes after an error with nobody to throw to',
      'passes after a rejection',
      'passes after the rejection of an async test',
      'passes at last',
    ]);
  });

  it('shows what happened when a matcher fails', () => {
    expect(run.files[file('matchers')]?.message).toBe(expectedText('matchers'));
    expect(passedIn(run, file('matchers'))).toEqual([]);
  });

  it('tells a failed test what nobody has performed, and the file who left workers running', () => {
    expect(run.files[file('undone')]?.message).toBe(expectedText('undone'));
    expect(passedIn(run, file('undone'))).toEqual([
      'passes, as it expects the error',
      'passes, and does not end its worker',
    ]);
    expect(run.output).toContain(expectedText('left-running'));
  });

  it('tells a test that has waited too long what nobody has performed', () => {
    const { message = '' } = run.files[file('timeouts')] ?? {};
    const [, first = '', second = '', third = ''] = message.split(/^ {2}● /m);
    expect(first).toContain(expectedText('timeout'));
    expect(second).toContain('Exceeded timeout of 50 ms');
    expect(second).not.toContain('FOW_');
    expect(third).toContain(expectedText('thrown-text'));
  });
});

describe.each(jestMajors)('without the preset and the mapping Jest %d', (jest) => {
  it(
    'says that @ohos.worker is missing',
    async () => {
      const { files, exitCode } = await runJest('stage-app', ['--config=no-preset.config.js'], { jest });

      expect(Object.values(files).map(({ message }) => message)).toEqual([expectedText('no-preset')]);
      expect(exitCode).toBe(1);
    },
    timeout,
  );
});
