import type { Turn } from '../kernel';
import type { AppProcess } from './app-process';
import { reportHostException } from './error-routes';
import { stopAfterError } from './shutdown';
import type { MessageTask, WorkerTask } from './tasks';
import { callUser, isCallable, readHandler } from './user-callback';
import type { BatchHandler, WorkerRecord } from './worker-record';

/** One message; `onmessage` is the one that stood there when the batch began (L-24), listeners are today's (L-25). */
export function performHostMessage(app: AppProcess, task: MessageTask, turn: Turn): void {
  const { worker: record } = task;
  const event = record.host.kit.messageEvent(task.data);
  callHandlers(app, record, 'message', batchOf(record, 'onmessage', turn).handler, [event]);
}

/** One error of class (a) (L-54 to L-59). */
export function performHostError(app: AppProcess, task: Extract<WorkerTask, { kind: 'error' }>, turn: Turn): void {
  const { worker: record, event } = task;
  const hasAllErrors = app.has('onAllErrors') && 'onAllErrors' in record.hostObject;
  const { property, handler } = batchOf(record, hasAllErrors ? 'onAllErrors' : 'onerror', turn);
  const catchesAll = property === 'onAllErrors';
  if (event !== undefined && !catchesAll && !isCallable(handler) && !record.hostListeners.hasList('error')) {
    turn.end();
    crashHost(app, record, event);
    stopAfterError(app, record);
    return;
  }
  callHandlers(app, record, 'error', handler, [event]);
  if (turn.remaining === 0 && !catchesAll) stopAfterError(app, record);
}

/** One error of class (b): `onAllErrors` or nobody (L-52). One that could not be cloned ends the host's task (L-68). */
export function performHostFailure(app: AppProcess, task: Extract<WorkerTask, { kind: 'failure' }>, turn: Turn): void {
  const { worker: record } = task;
  const { handler } = batchOf(record, 'onAllErrors', turn);
  if (!task.cloned) return turn.end();
  if (!isCallable(handler)) return;
  const outcome = callUser(record.host, handler, record.hostObject, [task.error]);
  if (outcome.threw) reportHostException(app, record.host, outcome.error, record);
}

/** The exit event, after which the worker is gone (L-42). */
export function performExit(app: AppProcess, record: WorkerRecord): void {
  const { host, hostObject, exitCode } = record;
  const onexit = readHandler(hostObject, 'onexit');
  const outcome = isCallable(onexit) ? callUser(host, onexit, hostObject, [exitCode]) : undefined;
  if (outcome?.threw) reportHostException(app, host, outcome.error, record);
  record.hostListeners.dispatch('exit', (listener) => callListener(app, record, listener, [exitCode]));
  record.hostListeners.clear();
  record.globalObjects.clear();
  record.markGone(exitCode);
  app.records.delete(hostObject);
  host.children.delete(record);
  for (const lane of new Set(Object.values(record.lanes))) {
    for (const task of host.agent.inbox.removeLane(lane)) {
      app.ports.observe({ type: 'dropped-task', task: task.payload, reason: 'exited' });
    }
  }
}

/** No handler and no list of listeners: the error goes on as an uncaught exception of the host (L-56). */
function crashHost(app: AppProcess, record: WorkerRecord, event: { message: string; backtrace?: unknown }): void {
  const { host } = record;
  if (host.record !== undefined) {
    const error = host.kit.error(event.message, event.message, undefined);
    Object.defineProperty(error, 'stack', { value: event.backtrace, writable: true, configurable: true });
    reportHostException(app, host, error, record);
    return;
  }
  const error = (event as { error?: unknown }).error;
  app.ports.uncaught({ error, worker: record, context: `${record.label} has no onerror and no "error" listener` });
}

/** `on<event>`, then the listeners; after an exception the rest is skipped (L-70, L-74) and the host told (L-75). */
function callHandlers(app: AppProcess, record: WorkerRecord, type: string, handler: unknown, args: unknown[]): void {
  if (isCallable(handler)) {
    const outcome = callUser(record.host, handler, record.hostObject, args);
    if (outcome.threw) {
      record.hostListeners.removeOnce(type);
      reportHostException(app, record.host, outcome.error, record);
      return;
    }
  }
  record.hostListeners.dispatch(type, (listener) => callListener(app, record, listener, args));
}

function callListener(
  app: AppProcess,
  record: WorkerRecord,
  listener: (...args: unknown[]) => unknown,
  args: unknown[],
): boolean {
  const outcome = callUser(record.host, listener, record.hostObject, args);
  if (outcome.threw) reportHostException(app, record.host, outcome.error, record);
  return !outcome.threw;
}

/** What was read when the batch began; `property` names what is read if it begins now. */
function batchOf(record: WorkerRecord, property: string, turn: Turn): BatchHandler {
  if (record.batch?.turn !== turn) record.batch = { turn, property, handler: readHandler(record.hostObject, property) };
  return record.batch;
}
