import { isToolError, type ToolError } from '../base';
import type { AppProcess } from './app-process';
import { positionOf } from './error-position';
import type { JsThread } from './js-thread';
import type { ErrorEventLike } from './tasks';
import { type Callable, callUser, isCallable, type Outcome, readHandler } from './user-callback';
import type { WorkerRecord } from './worker-record';

/** Class (a): an exception out of a handler. It goes to the port's own handlers, then to the host (L-50). */
export function reportHandlerError(app: AppProcess, record: WorkerRecord, thrown: unknown): void {
  if (isToolError(thrown)) return reportToolError(app, record, thrown);
  record.errorExit = true;
  const exception = {};
  app.ports.observe({ type: 'handler-error', worker: record, thrown, exception });
  const event = record.thread.kit.errorEvent(thrown, positionOf(app, record.thread, thrown));
  const heardInPeace = callPortErrorHandlers(record, event);
  if (record.hostGone) return;
  const copy = heardInPeace ? record.host.clone(event) : undefined;
  if (copy?.ok === false) app.ports.observe({ type: 'error-not-sent', worker: record, thrown });
  const arrived = copy?.ok ? (copy.value as ErrorEventLike) : undefined;
  const task = { kind: 'error', worker: record, event: arrived, during: app.kernel.current, exception } as const;
  app.kernel.queue(record.host.agent, record.lanes.error, task);
}

/**
 * `port.on<type>` as it is now, then the listeners; what they throw is of class (a), and only a listener's stops the
 * rest (L-71). Answers whether there was anything to call.
 */
export function callPortHandlers(app: AppProcess, record: WorkerRecord, type: string, args: unknown[]): boolean {
  const { thread, port } = record;
  const call = (callee: unknown, pending?: Outcome): boolean => {
    const outcome = pending ?? (isCallable(callee) ? callUser(thread, callee, port, args) : undefined);
    if (outcome?.threw) reportHandlerError(app, record, outcome.error);
    else app.answers.add(outcome?.value, app.kernel.current);
    return !outcome?.threw;
  };
  const handler = readHandler(port, `on${type}`);
  const heard = isCallable(handler) || record.portListeners.hasListeners(type);
  call(handler);
  const callListener = (listener: Callable): boolean =>
    call(listener, type === 'message' ? takePending(record) : undefined);
  record.portListeners.dispatch(type, callListener, 'kept');
  return heard;
}

/** An exception that is pending takes the place of the next call of a `message` listener (L-63). */
function takePending(record: WorkerRecord): Outcome | undefined {
  const { pendingException } = record;
  record.pendingException = undefined;
  return pendingException;
}

/** Class (b): an exception at the script's top level or in a timer. Only `onAllErrors` hears of it (L-52). */
export function reportFailure(app: AppProcess, record: WorkerRecord, thrown: unknown): void {
  if (isToolError(thrown)) return reportToolError(app, record, thrown);
  const position = positionOf(app, record.thread, thrown);
  const reachesHost = !record.hostGone && record.kind !== 'RestrictedWorker' && app.has('onAllErrors');
  const copy = reachesHost ? record.host.clone(thrown) : undefined;
  const heard = reachesHost && isCallable(readHandler(record.hostObject, 'onAllErrors'));
  app.ports.observe({ type: 'script-error', worker: record, thrown, heard, position });
  if (copy?.ok === false) app.ports.observe({ type: 'error-not-sent', worker: record, thrown });
  if (copy === undefined) return;
  app.kernel.queue(record.host.agent, record.lanes.failure, {
    kind: 'failure',
    worker: record,
    error: copy.ok ? copy.value : undefined,
    cloned: copy.ok,
  });
}

/** A mistake in how the tool is used is none of the app's business: no handler of the app gets it. */
function reportToolError(app: AppProcess, record: WorkerRecord, error: ToolError): void {
  app.ports.uncaught({ error, worker: record, context: `thrown in ${record.label}`, loading: true });
}

/** An exception out of a host's handler: a crash on the main thread, class (b) on a worker's (L-75). */
export function reportHostException(app: AppProcess, host: JsThread, error: unknown, record: WorkerRecord): void {
  if (host.record !== undefined) reportFailure(app, host.record, error);
  else {
    const context = `thrown by a handler of ${record.label} on the host`;
    app.ports.uncaught({ error, worker: undefined, context, during: app.kernel.current });
  }
}

/**
 * Answers whether none of the port's error handlers threw: the exception stays pending, so that no later handler is
 * called and the event can't be sent on (L-63).
 */
function callPortErrorHandlers(record: WorkerRecord, event: object): boolean {
  const { thread, port } = record;
  let inPeace = true;
  const call = (callee: unknown): boolean => {
    const outcome = isCallable(callee) ? callUser(thread, callee, port, [event]) : undefined;
    if (outcome?.threw) record.pendingException = outcome;
    inPeace = outcome?.threw !== true;
    return inPeace;
  };
  call(readHandler(port, 'onerror'));
  if (inPeace) record.portListeners.dispatch('error', call);
  else record.portListeners.removeOnce('error');
  return inPeace;
}
