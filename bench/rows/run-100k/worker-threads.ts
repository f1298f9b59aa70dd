import { exchange, startThread } from '../../hosts/node/thread';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';

const thread = startThread();
thread.unref();

export const measure: Measure = async (operations) => {
  let right = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done += 2) {
    if (isReply(await exchange(thread, message))) right++;
  }
  return { milliseconds: performance.now() - start, replies: right * 2 };
};
