import { parentPort } from 'node:worker_threads';
import type { Message } from '../../message';

parentPort?.on('message', ({ id, op, args }: Message) => {
  parentPort?.postMessage({ id, op, args: [args.reduce((sum, addend) => sum + addend, 0)] });
});
