import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

export const measure: Measure = (operations) => {
  let replies = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    if (isReply(structuredClone(structuredClone(message)))) replies++;
  }
  return { milliseconds: performance.now() - start, replies };
};
