import { performance } from 'node:perf_hooks';
import worker, { type MessageEvents } from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';
import { size } from './burst';

export const measure: Measure = (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
    workers.run();
    wk.onmessage = ({ data }: MessageEvents) => {
      if (isReply(data)) replies++;
    };
    const start = performance.now();
    for (let posted = 0; posted < size; posted++) wk.postMessage(message);
    workers.run();
    milliseconds += performance.now() - start;
    workers.reset();
  }
  return { milliseconds, replies };
};
