import type { DropReason } from '../../world';

/** The matchers that the package adds to `expect`. Asymmetric matchers and the user's equality testers hold in all. */
export interface WorkerMatchers<R> {
  /**
   * The host object received an equal message; without an argument, any.
   * @example expect(wk).toHaveReceivedMessage({ id: 7, sum: expect.any(Number) });
   */
  toHaveReceivedMessage(message?: unknown): R;
  /** The host object received so many messages; with a message, so many that equal it. */
  toHaveReceivedMessageTimes(n: number, message?: unknown): R;
  /** The message that the host object received as the `n`th, counted from 1, is equal. */
  toHaveReceivedNthMessage(n: number, message: unknown): R;
  /** The message that the host object received last is equal. */
  toHaveReceivedLastMessage(message: unknown): R;
  /** The host object posted an equal message that the worker's queue took; without an argument, any. */
  toHavePostedMessage(message?: unknown): R;
  /** The host object posted so many messages; with a message, so many that equal it. */
  toHavePostedMessageTimes(n: number, message?: unknown): R;
  /** The message that the host object posted as the `n`th, counted from 1, is equal. */
  toHavePostedNthMessage(n: number, message: unknown): R;
  /** The message that the host object posted last is equal. */
  toHavePostedLastMessage(message: unknown): R;
  /**
   * An equal message of either direction reached nobody; without an argument, any.
   * @example expect(wk).toHaveDropped(expect.anything(), { reason: 'terminating' });
   */
  toHaveDropped(message?: unknown, options?: { readonly reason?: DropReason }): R;
  /** Whoever constructed it called `terminate()`. */
  toHaveBeenTerminated(): R;
  /** Whoever constructed it called `terminate()` so many times, with or without effect. */
  toHaveBeenTerminatedTimes(n: number): R;
  /** The exit event was delivered, with this code. */
  toHaveExitedWith(code: 0 | 1): R;
  /** Its script has been evaluated, and nobody has told it to end. */
  toBeRunning(): R;
  /**
   * Its code threw an error that it did not catch, or a promise was rejected and nobody handled it; without an argument,
   * any. The argument is read as that of `toThrow`. Errors that match are expected: they neither come out of the next
   * `workers.run()` nor fail the test.
   * @example expect(wk).toHaveRaisedError(/no stock/);
   */
  toHaveRaisedError(
    error?: string | RegExp | (abstract new (...args: never[]) => unknown) | { readonly message: string },
  ): R;
  /** No task is queued, for `workers`; for one worker: none for it or from it. Timers that wait don't count. */
  toBeIdle(): R;
  /** No worker runs on that nobody has told to end, no message is undelivered, no timer waits. For `workers`, or for one worker. */
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
