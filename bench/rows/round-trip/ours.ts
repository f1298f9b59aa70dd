import { performance } from 'node:perf_hooks';
import worker, { type MessageEvents } from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

/** The messages after which the worker's own code is warm; each round has a worker of its own. */
const warmUp = 2_000;

export const measure: Measure = (operations) => {
  const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
  let replies = 0;
  wk.onmessage = ({ data }: MessageEvents) => {
    if (isReply(data)) replies++;
  };
  const exchange = (times: number) => {
    for (let done = 0; done < times; done++) {
      wk.postMessage(message);
      workers.run();
    }
  };
  exchange(warmUp);
  replies = 0;
  const start = performance.now();
  exchange(operations);
  const milliseconds = performance.now() - start;
  workers.reset();
  return { milliseconds, replies };
};
