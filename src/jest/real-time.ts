import { performance } from 'node:perf_hooks';
import { clearImmediate, clearTimeout, setImmediate, setTimeout } from 'node:timers';
import { runInThisContext } from 'node:vm';

/** Node's own class, in whatever realm this file is loaded. */
const { now: date } = runInThisContext('Date') as DateConstructor;

/**
 * The real event loop and the real clock, from modules of Node and Node's own realm: they stay what they are when a test
 * fakes the global functions.
 */
export const realTime = {
  nextTurn: (): Promise<void> => new Promise((resolve) => setImmediate(resolve)),

  /** Milliseconds since some fixed moment. */
  now: performance.now.bind(performance) as () => number,

  /** Milliseconds since the Unix epoch. */
  date,

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
