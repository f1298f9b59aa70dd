import { ToolError } from '../base';

/** What Jest's `expect` knows of the test that calls it, as far as it tells concurrent tests. */
export interface TestState {
  readonly currentTestName?: string;
  /** Up to Jest 30.2 only concurrent tests have one. */
  currentConcurrentTestName?(): string | undefined;
  /** Later ones have the test of Circus instead. */
  currentTestIdentity?(): { readonly concurrent?: boolean } | undefined;
}

/**
 * Tests that run at the same time would perform each other's tasks, and nobody could say whose a worker is.
 *
 * @throws ToolError `FOW_CONCURRENT_TEST`
 */
export function refuseConcurrentTest(state: TestState | undefined): void {
  if (state?.currentTestIdentity !== undefined && state.currentTestIdentity()?.concurrent !== true) return;
  const name = state?.currentConcurrentTestName?.();
  if (name === undefined) return;
  throw new ToolError({
    code: 'FOW_CONCURRENT_TEST',
    summary: `The concurrent test ${JSON.stringify(name)} can't use workers`,
    facts: ['all tests of a file share one queue and one clock', 'concurrent tests run at the same time'],
    hint: 'write `test` instead of `test.concurrent`; test files run in parallel all the same.',
  });
}
