import { performance } from 'node:perf_hooks';
import worker from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import type { Measure } from '../../measure';

export const measure: Measure = (operations) => {
  new worker.ThreadWorker('entry/ets/workers/sum.ts');
  workers.run();
  let idle = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    if (workers.step() === undefined) idle++;
  }
  const milliseconds = performance.now() - start;
  workers.reset();
  return { milliseconds, replies: idle };
};
