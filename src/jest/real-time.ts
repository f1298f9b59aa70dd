import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';

/**
 * The real event loop and the real clock: `node:timers` and `process.uptime` stay what they are when a test fakes the
 * global functions.
 */
export const realTime = {
  nextTurn: (): Promise<void> => new Promise((resolve) => setImmediate(resolve)),

  /** Milliseconds since some fixed moment. */
  now: (): number => process.uptime() * 1_000,

  /** Milliseconds since the Unix epoch. */
  date: (): number => Date.now(),

  activeResources: (): readonly string[] => process.getActiveResourcesInfo(),

  /** Calls back after so many milliseconds, or, for 0, after a turn of the event loop. Answers how to cancel. */
  later(milliseconds: number, callback: () => void): () => void {
    if (milliseconds > 0) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    }
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  },
};
