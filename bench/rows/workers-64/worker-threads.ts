import { exchange, startThread } from '../../hosts/node/thread';
import type { Measure } from '../../measure';
import { isReply, message } from '../../message';
import { crowd } from './crowd';

export const measure: Measure = async (operations) => {
  let milliseconds = 0;
  let replies = 0;
  for (let done = 0; done < operations; done++) {
    const start = performance.now();
    const threads = crowd(startThread);
    const answers = await Promise.all(threads.map((thread) => exchange(thread, message)));
    milliseconds += performance.now() - start;
    replies += answers.filter(isReply).length;
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return { milliseconds, replies };
};
