import { exchange, startWorker } from '../../hosts/vitest/web-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

export const measure: Measure = async (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const worker = startWorker();
    if (isReply(await exchange(worker, message))) replies++;
    milliseconds += performance.now() - start;
    worker.terminate();
  }
  return { milliseconds, replies };
};
