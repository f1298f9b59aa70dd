import type { AssertException } from './assert-exception';

/** What has failed in the test or hook that is running: it counts even where the test itself catches it. */
export class FailedAssertions {
  #first: AssertException | undefined;

  readonly add = (failure: AssertException): void => {
    this.#first ??= failure;
  };

  /** Runs a test or a hook. @throws what it throws, or else the first assertion that failed and was caught. */
  async during(run: () => Promise<void>): Promise<void> {
    this.#first = undefined;
    await run();
    if (this.#first !== undefined) throw this.#first;
  }
}
