import { performance } from 'node:perf_hooks';
import worker, { type MessageEvents } from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

export const measure: Measure = (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
    wk.onmessage = ({ data }: MessageEvents) => {
      if (isReply(data)) replies++;
    };
    wk.postMessage(message);
    workers.run();
    milliseconds += performance.now() - start;
    wk.terminate();
    workers.run();
  }
  workers.reset();
  return { milliseconds, replies };
};
