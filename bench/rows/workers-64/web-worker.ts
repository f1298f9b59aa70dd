import { exchange, startWorker } from '../../hosts/vitest/web-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';
import { crowd } from './crowd';

export const measure: Measure = async (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const workers = crowd(startWorker);
    const answers = await Promise.all(workers.map((worker) => exchange(worker, message)));
    milliseconds += performance.now() - start;
    replies += answers.filter(isReply).length;
    for (const worker of workers) worker.terminate();
  }
  return { milliseconds, replies };
};
