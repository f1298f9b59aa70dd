import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  CommandThread,
  type DebugOrder,
  exportTest,
  findWay,
  leaveWay,
  recorder,
  Stepper,
  takeOrder,
  type WayBack,
} from '../debug';
import { ownFolder } from './own-files';

/** Taken when Jest loads the runtime, before an environment copies the process's variables. */
const order = takeOrder(process.env);

let shared: Stepper | undefined;

/** One for all test files of the process, as its clients are; `undefined` unless the command `debug` runs the tests. */
export function processStepper(): Stepper | undefined {
  if (order !== undefined) shared ??= createStepper(order);
  return shared;
}

function createStepper({ token, port, parent, folder, record }: DebugOrder): Stepper {
  const page = join(ownFolder, 'page.html');
  const clients = new CommandThread(join(ownFolder, 'debug-server.js'), { token, port, parent, page });
  if (clients.port === undefined) throw new Error(`port ${port} of the debugger is taken: start it again`);
  const restart = (way: WayBack): never => {
    leaveWay(folder, way);
    clients.tell({ type: 'restarting', why: way.position === 0 ? 'restart' : `back to task ${way.position}` });
    for (;;) clients.nextRequest(); // Until the parent ends the process.
  };
  const ports = { clients, restart, exportTest, now: () => performance.now() };
  return new Stepper({ ...ports, record: record === undefined ? undefined : recorder(record) }, findWay(folder));
}
