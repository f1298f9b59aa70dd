import { once } from 'node:events';
import { startThread } from '../../hosts/node/thread';
import type { Measure } from '../../measure';
import { isReply, type Message, message } from '../../message';
import { size } from './burst';

const thread = startThread();
const online = once(thread, 'online');
thread.unref();

export const measure: Measure = async (operations) => {
  await online;
  let replies = 0;
  const start = performance.now();
  for (let done = 0; done < operations; done++) {
    await new Promise<void>((resolve) => {
      let received = 0;
      const onMessage = (reply: Message) => {
        if (isReply(reply)) replies++;
        if (++received < size) return;
        thread.off('message', onMessage);
        resolve();
      };
      thread.on('message', onMessage);
      for (let posted = 0; posted < size; posted++) thread.postMessage(message);
    });
  }
  return { milliseconds: performance.now() - start, replies };
};
