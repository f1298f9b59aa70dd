import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Message } from '../../message';

const script = pathToFileURL(join(String(process.env.FOW_BENCH_PROJECT), 'hosts/vitest/sum-worker.ts'));

export const startWorker = (): Worker => new Worker(script);

/** Posts a message and waits for the reply. */
export function exchange(worker: Worker, message: Message): Promise<Message> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
    worker.postMessage(message);
  });
}
