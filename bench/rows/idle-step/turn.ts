import { setImmediate } from 'node:timers/promises';
import type { Measure } from '../../measure';

/** What a test without control over the queue waits for at least. */
export const measure: Measure = async (operations) => {
  let turns = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    await setImmediate();
    turns++;
  }
  return { milliseconds: performance.now() - start, replies: turns };
};
