import type { Code } from './platform-error';
import type { WorkerKind } from './worker';

/** What the model does that is worth counting; a test asserts that random programs come to all of it. */
const occasions = [
  'close while starting',
  'close while running',
  'close while terminating',
  'close: nothing to do',
  'dead instance',
  'delivered to host',
  'delivered to nobody',
  'delivered to worker',
  'dropped: starting',
  'dropped: terminating',
  'dropped: terminated',
  'dropped: cancelled',
  'dropped: closed',
  'dropped: host post to an ended worker',
  'dropped: lost at exit',
  'dropped: no parent',
  'error (a)',
  'error (a) whose handler threw',
  'error (a) to onAllErrors',
  'error (a) to onerror',
  'error (a) uncaught',
  'error (b)',
  'error (b) dropped',
  'error (b) to onAllErrors',
  'error (b) unheard',
  'error that can not be told',
  'exit 0',
  'exit 1',
  'exit that nobody hears',
  'global call answered',
  'guard against starvation',
  'handler replaced within a batch',
  'host handler threw',
  'host listener threw',
  'host post that can not be serialized',
  'left behind by a signal',
  'onclose',
  'overtaking: priority 1',
  'overtaking: priority 2',
  'overtaking: priority 3',
  'overtaking: priority 4',
  'parent died',
  'parent died before the start',
  'pending exception surfaces',
  'port listener threw',
  'port post that can not be serialized',
  'promise job',
  'rejected promise',
  'silent with the old class',
  'stopped by an error',
  'stopped while running',
  'stopped while starting',
  'terminate: nothing to do',
  'timer',
  'too many workers',
  'uncaught host exception',
] as const;

export type Sight =
  | (typeof occasions)[number]
  | `new ${WorkerKind}${'' | ', nested'}`
  | `code ${Code}`
  | `${'host' | 'port'}.${string}`;

const kinds: readonly WorkerKind[] = ['ThreadWorker', 'Worker', 'RestrictedWorker'];
const codes: readonly Code[] = [401, 10200003, 10200004, 10200006, 10200007, 10200019, 10200020];

/** All of them, given the names of the methods. */
export function allSights(hostMethods: readonly string[], portMethods: readonly string[]): readonly Sight[] {
  return [
    ...occasions,
    ...kinds.flatMap((kind): Sight[] => [`new ${kind}`, `new ${kind}, nested`]),
    ...codes.map((code): Sight => `code ${code}`),
    ...hostMethods.map((name): Sight => `host.${name}`),
    ...portMethods.map((name): Sight => `port.${name}`),
  ];
}
