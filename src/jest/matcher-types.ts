/** The matchers that the package adds to `expect`. */
export interface WorkerMatchers<R> {
  /**
   * The host object received an equal message; without an argument, any. Asymmetric matchers work.
   * @example expect(wk).toHaveReceivedMessage({ id: 7, sum: expect.any(Number) });
   */
  toHaveReceivedMessage(message?: unknown): R;
  /** The host object posted an equal message that the worker's queue took; without an argument, any. */
  toHavePostedMessage(message?: unknown): R;
  /** The host called `terminate()`. */
  toHaveBeenTerminated(): R;
  /** The exit event was delivered, with this code. */
  toHaveExitedWith(code: 0 | 1): R;
  /** No worker runs on, no message is undelivered, no timer waits. For `workers`, or for one worker. */
  toHaveNoLeaks(): R;
}

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends WorkerMatchers<R> {}
}

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: declarations only merge when their type parameters are the same
    interface Matchers<R, T = {}> extends WorkerMatchers<R> {}
  }
}
