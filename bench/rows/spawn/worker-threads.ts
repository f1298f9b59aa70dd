import { exchange, startThread } from '../../hosts/node/thread';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

export const measure: Measure = async (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const thread = startThread();
    if (isReply(await exchange(thread, message))) replies++;
    milliseconds += performance.now() - start;
    await thread.terminate();
  }
  return { milliseconds, replies };
};
