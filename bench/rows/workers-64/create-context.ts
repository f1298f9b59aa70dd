import { createContext, isContext } from 'node:vm';
import type { Measure } from '../../measure';
import { crowd } from './crowd';

/** Nothing is posted here: each context counts as a reply. */
export const measure: Measure = (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const contexts = crowd(() => createContext({}));
    milliseconds += performance.now() - start;
    replies += contexts.filter(isContext).length;
  }
  return { milliseconds, replies };
};
