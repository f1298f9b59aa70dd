import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Message } from '../../message';

const script = join(__dirname, 'sum-worker.js');

export const startThread = (): Worker => new Worker(script);

/** Posts a message and waits for the reply. */
export function exchange(thread: Worker, message: Message): Promise<Message> {
  return new Promise((resolve) => {
    // A thread that throws ends the process, for lack of an "error" listener.
    thread.once('message', resolve);
    thread.postMessage(message);
  });
}
