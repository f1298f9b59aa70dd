import { startWorker } from '../../hosts/vitest/web-worker';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';
import { size } from './burst';

const worker = startWorker();

export const measure: Measure = async (operations) => {
  let replies = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    await new Promise<void>((resolve) => {
      let received = 0;
      worker.onmessage = ({ data }) => {
        if (isReply(data)) replies++;
        if (++received === size) resolve();
      };
      for (let posted = 0; posted < size; posted++) worker.postMessage(message);
    });
  }
  return { milliseconds: performance.now() - start, replies };
};
