import type { Turn } from '../kernel';
import type { AppProcess } from './app-process';
import { reportHostException } from './error-routes';
import { takeMessageFault } from './message-fault';
import { callHostMessageErrorHandlers } from './post-message';
import { dropTask, stopAfterError } from './shutdown';
import type { ErrorEventLike, ErrorTask, MessageTask, WorkerTask } from './tasks';
import { callUser, isCallable, readHandler } from './user-callback';
import type { BatchHandler, WorkerRecord } from './worker-record';

/** One message; `onmessage` is the one that stood there when the batch began (L-24), listeners are today's (L-25). */
export function performHostMessage(app: AppProcess, task: MessageTask, turn: Turn): void {
  const { worker: record } = task;
  if (record.batch?.turn === turn) noticeReplacement(app, record, record.batch, turn.remaining + 1);
  const { handler } = batchOf(record, 'onmessage', turn);
  if (takeMessageFault(app, task) !== undefined) return reportUnreadable(app, record);
  const heard = isCallable(handler) || record.hostListeners.hasListeners('message');
  callHandlers(app, record, 'message', handler, [record.host.kit.messageEvent(task.data)]);
  if (!heard) app.ports.observe({ type: 'unheard-message', task });
}

/** What could not be rebuilt is skipped (S-51d). */
function reportUnreadable(app: AppProcess, record: WorkerRecord): void {
  const thrown = callHostMessageErrorHandlers(app, record.host, record);
  if (thrown?.threw) reportHostException(app, record.host, thrown.error, record);
}

/** Looks at a plain property only: a getter would notice. */
function noticeReplacement(app: AppProcess, worker: WorkerRecord, batch: BatchHandler, remaining: number): void {
  if (batch.replaced) return;
  const own = Object.getOwnPropertyDescriptor(worker.hostObject, 'onmessage');
  if (own === undefined || !('value' in own) || own.value === batch.handler) return;
  batch.replaced = true;
  const handler = { before: batch.handler, after: own.value };
  app.ports.observe({ type: 'handler-replaced', worker, handler, remaining });
}

/** One error of class (a) (L-54 to L-59). */
export function performHostError(app: AppProcess, task: ErrorTask, turn: Turn): void {
  const { worker: record, event } = task;
  const present = app.has('onAllErrors') && 'onAllErrors' in record.hostObject;
  const { property, handler } = batchOf(record, present ? 'onAllErrors' : 'onerror', turn);
  const catchesAll = property === 'onAllErrors';
  if (event !== undefined && !catchesAll && !isCallable(handler) && !record.hostListeners.hasList('error')) {
    turn.end();
    crashHost(app, task, event);
    stopAfterError(app, record);
    return;
  }
  if (catchesAll) noticeSkipped(app, record, event, handler);
  callHandlers(app, record, 'error', handler, [event]);
  if (turn.remaining === 0 && !catchesAll) stopAfterError(app, record);
}

function noticeSkipped(app: AppProcess, worker: WorkerRecord, event: ErrorTask['event'], onAllErrors: unknown): void {
  const onerror = readHandler(worker.hostObject, 'onerror');
  const heard = isCallable(onAllErrors) || worker.hostListeners.hasListeners('error');
  if (heard && !isCallable(onerror)) return;
  app.ports.observe({ type: 'onerror-skipped', worker, event, onAllErrors, onerror });
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
  finishExit(app, record);
}

/** What the exit event leaves, also when a handler of it was cut off. */
export function finishExit(app: AppProcess, record: WorkerRecord): void {
  const { host, exitCode } = record;
  app.retire(record, exitCode);
  for (const lane of record.lanesToHost) {
    for (const task of host.agent.inbox.removeLane(lane)) dropTask(app, task, 'exited');
  }
}

/** No handler and no list of listeners: the error goes on as an uncaught exception of the host (L-56). */
function crashHost(app: AppProcess, { worker: record, during, exception }: ErrorTask, event: ErrorEventLike): void {
  const { host } = record;
  app.ports.observe({ type: 'unheard-error', worker: record, event, during, exception });
  if (host.record !== undefined) {
    const error = host.kit.error(event.message, event.message, undefined);
    Object.defineProperty(error, 'stack', { value: event.backtrace, writable: true, configurable: true });
    reportHostException(app, host, error, record);
    return;
  }
  const context = `${record.label} has no onerror and no "error" listener`;
  app.ports.uncaught({ error: event.error, worker: record, context, during, position: event, exception });
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
    app.answers.add(outcome.value, app.kernel.current);
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
  else app.answers.add(outcome.value, app.kernel.current);
  return !outcome.threw;
}

/** What was read when the batch began; `property` names what is read if it begins now (L-24, L-58). */
function batchOf(record: WorkerRecord, property: BatchHandler['property'], turn: Turn): BatchHandler {
  if (record.batch?.turn !== turn) {
    record.batch = { turn, property, handler: readHandler(record.hostObject, property), replaced: false };
  }
  return record.batch;
}
