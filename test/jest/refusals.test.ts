import { describe, expect, it } from '@jest/globals';
import type { Config } from '@jest/types';
import { refuseConcurrentTest } from '../../src/jest/concurrent-test';
import { assertCircus } from '../../src/jest/test-runner';

describe('refuseConcurrentTest', () => {
  const refusal = [
    'The concurrent test "shop sells tea" can\'t use workers [FOW_CONCURRENT_TEST]',
    '  - all tests of a file share one queue and one clock',
    '  - concurrent tests run at the same time',
    'Hint: write `test` instead of `test.concurrent`; test files run in parallel all the same.',
  ].join('\n');
  const inTest = (concurrent: boolean) => ({
    currentConcurrentTestName: () => 'shop sells tea',
    currentTestIdentity: () => ({ concurrent }),
  });

  it('refuses a concurrent test, whether Jest tells the test or only its name', () => {
    expect(() => refuseConcurrentTest({ currentConcurrentTestName: () => 'shop sells tea' })).toThrow(
      new Error(refusal),
    );
    expect(() => refuseConcurrentTest(inTest(true))).toThrow(new Error(refusal));
  });

  it('leaves every other test alone, and code outside of tests', () => {
    expect(() => refuseConcurrentTest(inTest(false))).not.toThrow();
    expect(() => refuseConcurrentTest({ ...inTest(true), currentTestIdentity: () => undefined })).not.toThrow();
    expect(() => refuseConcurrentTest({ currentConcurrentTestName: () => undefined })).not.toThrow();
    expect(() => refuseConcurrentTest({})).not.toThrow();
    expect(() => refuseConcurrentTest(undefined)).not.toThrow();
  });
});

describe('assertCircus', () => {
  const shortPath = (file: string) => file.replace('/app/', '');
  const configOf = (testRunner: string) => ({ testRunner }) as Config.ProjectConfig;

  it('refuses other test runners', () => {
    expect(() => assertCircus(configOf('/app/node_modules/jest-jasmine2/build/index.js'), shortPath)).toThrow(
      new Error(
        [
          'Workers can\'t be used with the test runner "node_modules/jest-jasmine2/build/index.js" [FOW_TEST_RUNNER_UNKNOWN]',
          '  - it sends none of the events by which jest-circus tells when a test begins and ends',
          "Hint: remove `testRunner` from the Jest config: jest-circus is Jest's own choice.",
        ].join('\n'),
      ),
    );
  });

  it('knows jest-circus on every system', () => {
    for (const file of ['/app/node_modules/jest-circus/runner.js', 'C:\\app\\node_modules\\jest-circus\\runner.js']) {
      expect(() => assertCircus(configOf(file), shortPath)).not.toThrow();
    }
  });
});
