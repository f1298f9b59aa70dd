import type { Config } from '@jest/types';
import { ToolError } from '../base';

/**
 * Before the first event of the test runner: whether one will come.
 *
 * @throws ToolError `FOW_TEST_RUNNER_UNKNOWN`
 */
export function assertCircus({ testRunner }: Config.ProjectConfig, shortPath: (file: string) => string): void {
  if (/[\\/]jest-circus[\\/]/.test(testRunner)) return;
  throw new ToolError({
    code: 'FOW_TEST_RUNNER_UNKNOWN',
    summary: `Workers can't be used with the test runner ${JSON.stringify(shortPath(testRunner))}`,
    facts: ['it sends none of the events by which jest-circus tells when a test begins and ends'],
    hint: "remove `testRunner` from the Jest config: jest-circus is Jest's own choice.",
  });
}
