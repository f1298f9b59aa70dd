import { performance } from 'node:perf_hooks';
import worker, { type MessageEvents } from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

/** `operations` messages in one run, half of them replies. */
export const measure: Measure = (operations) => {
  workers.configure({ trace: { maxEvents: 1_000 } });
  const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
  workers.run();
  let right = 0;
  let left = operations / 2;
  wk.onmessage = ({ data }: MessageEvents) => {
    if (isReply(data)) right++;
    if (--left > 0) wk.postMessage(message);
  };
  const start = performance.now();
  wk.postMessage(message);
  const { delivered } = workers.run();
  const milliseconds = performance.now() - start;
  workers.reset();
  return { milliseconds, replies: delivered === operations ? right * 2 : 0 };
};
