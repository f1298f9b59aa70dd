import type { Measure } from '../../measure';
import { isReply, message } from '../../message';
import { size } from './burst';

export const measure: Measure = (operations) => {
  let replies = 0;
  const start = performance.now();
  for (let done = 0; done < operations * size; done++) {
    if (isReply(structuredClone(structuredClone(message)))) replies++;
  }
  return { milliseconds: performance.now() - start, replies };
};
