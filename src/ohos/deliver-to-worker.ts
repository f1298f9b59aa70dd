import { sharing } from '../clone';
import type { Turn } from '../kernel';
import type { AppProcess } from './app-process';
import { callPortHandlers, reportFailure } from './error-routes';
import type { FaultOf } from './faults';
import { takeMessageFault } from './message-fault';
import type { MessageTask } from './tasks';
import { callUser, drainJobs } from './user-callback';
import type { WorkerRecord } from './worker-record';

type StartFault = 'start-failure' | 'script-error';

/** Evaluates the script; the worker is running when its synchronous part and its promise jobs are done (L-11). */
export function performStart(app: AppProcess, record: WorkerRecord, turn: Turn): void {
  turn.end();
  const { script } = record;
  const failure = takeStartFault(app, record);
  if (failure?.kind === 'start-failure') endUnstarted(app, record);
  else if (failure?.kind === 'script-error') throwInstead(app, record, failure.error);
  else if (script.kind === 'missing') startMissing(app, record, script);
  else evaluate(app, record, script.kind === 'found' ? script.file : record.url);
  record.markRunning();
  if (record.is('running')) app.ports.observe({ type: 'running', worker: record });
}

function evaluate(app: AppProcess, record: WorkerRecord, file: string): void {
  const { thread } = record;
  const failed = (error: unknown): void => {
    if (thread.realm?.isLoadFailure(error)) reportUnusableScript(app, record, error);
    else reportFailure(app, record, error);
  };
  const outcome = callUser(thread, () => thread.realm?.run(file, claimErrors(app, failed)), undefined, []);
  if (!outcome.threw) return app.answers.add(outcome.value, app.kernel.current);
  drainJobs(thread);
  failed(outcome.error);
}

/** A top-level await is rejected: with an Error, that is of class (b) (L-52); with anything else, nobody hears of it. */
function claimErrors(app: AppProcess, failed: (error: unknown) => void): (reason: unknown) => boolean {
  return (reason) => {
    const isError = app.ports.primitives.types.isNativeError(reason);
    if (isError) failed(reason);
    return isError;
  };
}

/** A source that can't be compiled would not have made it into the app: the test must hear of it. */
function reportUnusableScript(app: AppProcess, record: WorkerRecord, error: unknown): void {
  app.ports.uncaught({ error, worker: record, context: `loading the worker script of ${record.label}`, loading: true });
}

/** Only unverified URLs get here: Stage raises a class (b) error (P-40, P-41), FA ends the worker (P-64). */
function startMissing(
  app: AppProcess,
  record: WorkerRecord,
  script: Extract<WorkerRecord['script'], { kind: 'missing' }>,
): void {
  app.diagnose(script.problem);
  if (script.model === 'fa') return endUnstarted(app, record);
  const message = `Cannot find module '${script.record}' , which is application Entry Point`;
  reportFailure(app, record, record.thread.kit.error(message, 'ReferenceError', undefined));
}

/** The worker ends, and none of its code has run (L-18). */
function endUnstarted(app: AppProcess, record: WorkerRecord): void {
  record.stopRequested = true;
  record.stopCause ??= 'no-script';
  record.markTerminated();
  app.ports.observe({ type: 'stopped', worker: record });
}

function throwInstead(app: AppProcess, record: WorkerRecord, error: unknown): void {
  const copy = record.thread.clone(error, sharing);
  reportFailure(app, record, copy.ok ? copy.value : undefined);
}

function takeStartFault({ faults, ports }: AppProcess, worker: WorkerRecord): FaultOf<StartFault> | undefined {
  const applies = (fault: FaultOf<StartFault>): boolean => fault.worker === undefined || fault.worker === worker;
  const fault = faults.take('start-failure', applies) ?? faults.take('script-error', applies);
  if (fault !== undefined) ports.observe({ type: 'fault', thread: worker.thread, kind: fault.kind });
  return fault;
}

/** One message: `onmessage` as it is now, then the listeners (L-20, L-71). */
export function performWorkerMessage(app: AppProcess, task: MessageTask): void {
  const { worker: record } = task;
  if (takeMessageFault(app, task) !== undefined) return reportUnreadable(app, record);
  const heard = callPortHandlers(app, record, 'message', [record.thread.kit.messageEvent(task.data)]);
  if (!heard) app.ports.observe({ type: 'unheard-message', task });
}

/** What could not be rebuilt is skipped (S-51d). */
function reportUnreadable(app: AppProcess, record: WorkerRecord): void {
  record.errorExit = true;
  callPortHandlers(app, record, 'messageerror', []);
}
