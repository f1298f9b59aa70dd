import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { ClientHub } from './client-hub';
import { serve } from './debug-server';
import type { ServerMessage } from './protocol';
import { cell, type ThreadData } from './thread-data';

const { cells, channel, token, port, page, parent } = workerData as ThreadData;

/** So many milliseconds lie between two looks at the parent process. */
const watchInterval = 500;

const hub = new ClientHub((request) => {
  channel.postMessage(request);
  Atomics.add(cells, cell.requests, 1);
  Atomics.notify(cells, cell.requests);
});

channel.on('message', (message: ServerMessage) => {
  hub.told(message);
  // Sockets send before the next turn.
  if (message.type === 'ended') setImmediate(() => set(cell.ended, 1));
});

if (parent !== undefined) setInterval(endWithout, watchInterval, parent);

serve({ token, port, page: () => readFileSync(page, 'utf8'), hub }).then(
  (listening) => set(cell.port, listening.port),
  () => set(cell.port, -1),
);

function set(index: number, value: number): void {
  Atomics.store(cells, index, value);
  Atomics.notify(cells, index);
}

/** Nobody would ever let the test go on: its thread is blocked and hears no signal but this one. */
function endWithout(pid: number): void {
  if (process.ppid !== pid || !isAlive(pid)) process.kill(process.pid, 'SIGKILL');
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
