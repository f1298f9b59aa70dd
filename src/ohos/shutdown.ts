import type { Task } from '../kernel';
import type { AppProcess } from './app-process';
import { reportHandlerError } from './error-routes';
import type { DropReason } from './happening';
import type { JsThread } from './js-thread';
import type { WorkerTask } from './tasks';
import { callUser, isCallable, readHandler } from './user-callback';
import type { WorkerRecord } from './worker-record';

/** Host `terminate()`: a queued stop, not a kill (L-30). */
export function requestTerminate(app: AppProcess, record: WorkerRecord): void {
  const effective = !record.stopRequested && !record.ended;
  const waiting = record.inLane.tasks.size;
  app.ports.observe({ type: 'terminate-called', worker: record, effective, waiting });
  if (!effective) return;
  record.stopRequested = true;
  record.markTerminating('terminate');
  queueStop(app, record);
}

/** The host's reaction to class (a) errors: as `terminate()`, without counting as a request (L-54). */
export function stopAfterError(app: AppProcess, record: WorkerRecord): void {
  if (record.ended) return;
  record.markTerminating('error');
  queueStop(app, record);
}

/** Port `close()`: immediate (L-35), unless a stop was requested already (L-38). */
export function closeFromPort(app: AppProcess, record: WorkerRecord): void {
  if (record.stopRequested) return;
  app.ports.observe({ type: 'close-called', worker: record });
  record.stopRequested = true;
  record.markTerminating('close');
  dropIncoming(app, record, 'closed');
  runStop(app, record);
  if (!isOnStack(app, record.thread)) finishStop(app, record);
}

/** The worker reads the stop mark (L-34b). */
export function performStop(app: AppProcess, record: WorkerRecord): void {
  if (record.stopped) return;
  runStop(app, record);
}

/** After the task in which a worker stopped: its thread is gone, its slot is free, and the host is told (L-34b, L-42). */
export function finishStop(app: AppProcess, record: WorkerRecord): void {
  app.counts.release(record.kind);
  dropIncoming(app, record, 'stopped');
  app.removeThread(record.thread);
  for (const child of record.thread.children) abandon(app, child);
  record.thread.realm?.dispose();
  if (record.hostGone) app.retire(record, undefined);
  else app.kernel.queue(record.host.agent, record.lanes.exit, { kind: 'exit', worker: record });
}

/** Messages that the worker has not read yet; its start is none. */
export function dropIncoming(app: AppProcess, record: WorkerRecord, reason: DropReason): void {
  const { inbox } = record.thread.agent;
  for (const task of inbox.clearLane(record.inLane, ({ payload }) => payload.kind !== 'start')) {
    dropTask(app, task, reason);
  }
  for (const task of app.ports.transit.takeBack(record, 'worker')) dropTask(app, task, reason);
}

/** It has been taken back, and nobody will perform it. */
export function dropTask(app: AppProcess, { id, payload }: Task<WorkerTask>, reason: DropReason): void {
  app.ports.observe({ type: 'dropped-task', id, task: payload, reason });
}

/** The environment that constructed a worker goes away, and with it what the worker has sent to it (L-103). */
export function loseHost(app: AppProcess, record: WorkerRecord): void {
  const { host, lanesToHost } = record;
  const queued = [...lanesToHost].flatMap((lane) => host.agent.inbox.clearLane(lane));
  const lost = [...queued, ...app.ports.transit.takeBack(record, 'host')];
  for (const task of lost) dropTask(app, task, 'host-gone');
  app.records.delete(record.hostObject);
  abandon(app, record);
}

/** The thread ends on the spot, whatever it was doing; the host is told as of any other end with an error. */
export function crashThread(app: AppProcess, record: WorkerRecord): void {
  if (app.threadOf(record.thread.agent) === undefined) return;
  record.errorExit = true;
  record.stopCause ??= 'crash';
  if (!record.stopped) end(app, record);
  finishStop(app, record);
}

/** Not a thing of the platform: the worker is no more, and nobody hears of it. */
export function destroyWorker(app: AppProcess, record: WorkerRecord): void {
  if (!record.stopped) {
    for (const timer of [...record.thread.timers.values()]) timer.stop();
    record.markTerminated();
    app.counts.release(record.kind);
  }
  for (const lane of record.lanesToHost) record.host.agent.inbox.removeLane(lane);
  app.removeThread(record.thread);
  record.thread.realm?.dispose();
  app.retire(record, undefined);
}

/** Steps (2) to (5) of L-34b. */
function runStop(app: AppProcess, record: WorkerRecord): void {
  const onclose = readHandler(record.port, 'onclose');
  if (isCallable(onclose)) {
    const outcome = callUser(record.thread, onclose, record.port, []);
    if (outcome.threw) reportHandlerError(app, record, outcome.error);
  }
  if (!record.stopped) end(app, record);
}

function end(app: AppProcess, record: WorkerRecord): void {
  for (const timer of [...record.thread.timers.values()]) timer.stop();
  record.markTerminated();
  app.ports.observe({ type: 'stopped', worker: record });
}

function queueStop(app: AppProcess, record: WorkerRecord): void {
  app.kernel.queue(record.thread.agent, record.inLane, { kind: 'stop', worker: record });
}

/** The worker's host is gone: it goes on alone (L-103), or never starts when it had not (L-17). */
function abandon(app: AppProcess, child: WorkerRecord): void {
  child.hostGone = true;
  app.ports.transit.takeBack(child, 'host');
  if (child.inLane.tasks.first?.payload.kind !== 'start') return;
  child.markTerminated();
  app.ports.observe({ type: 'stopped', worker: child });
  finishStop(app, child);
}

function isOnStack(app: AppProcess, thread: JsThread): boolean {
  return app.kernel.isRunning(thread.agent);
}
