import { performance } from 'node:perf_hooks';
import worker, { type MessageEvents } from '@ohos.worker';
import { type FakeOhosWorkerOptions, workers } from 'fake-ohos-worker';
import type { Sample } from '../../measure';
import { isReply, message } from '../../message';

/** The messages after which the worker's own code is warm; each round has a worker of its own. */
const warmUp = 2_000;

/** So many tasks before the budget of a run is used up, every post is located. */
const locatedAtEnd = 64;

/**
 * `operations` messages that host and worker answer each other with, half of them replies.
 *
 * @param perRun how many of them one `run()` performs; of {@link locatedAtEnd} or less, all posts are located.
 */
export function pingPong(
  operations: number,
  trace: NonNullable<FakeOhosWorkerOptions['trace']>,
  perRun = operations,
): Sample {
  workers.configure({ trace });
  const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
  workers.run();
  let right = 0;
  let left = 0;
  wk.onmessage = ({ data }: MessageEvents) => {
    if (isReply(data)) right++;
    if (--left > 0) wk.postMessage(message);
  };
  const exchange = (messages: number) => {
    for (let done = 0; done < messages; done += perRun) {
      left = perRun / 2;
      wk.postMessage(message);
      workers.run(perRun <= locatedAtEnd ? { maxSteps: perRun } : {});
    }
  };
  exchange(warmUp);
  right = 0;
  const start = performance.now();
  exchange(operations);
  const milliseconds = performance.now() - start;
  workers.reset();
  return { milliseconds, replies: right * 2 };
}
