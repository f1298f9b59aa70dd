import type { AppProcess } from './app-process';
import { argument, arrayFrom } from './arguments';
import { reportHostException } from './error-routes';
import type { JsThread } from './js-thread';
import { raise } from './platform-error';
import { portDropReason, raiseSerialization } from './post-message';
import type { CallAnswer, CallTask } from './tasks';
import { type Callable, callUser, isCallable } from './user-callback';
import type { WorkerRecord } from './worker-record';

/** Requests that may wait for the host; those that have timed out wait on until it looks at them (L-118). */
const mostWaitingCalls = 65535;

/** `callGlobalCallObjectMethod`, in the order of the error rules, §8. Blocks the worker while the host works (L-110). */
export function callGlobalObject(app: AppProcess, record: WorkerRecord, args: readonly unknown[]): unknown {
  const { thread, host } = record;
  if (args.length < 3) {
    raise(thread, 401, "the number of callGlobalCallObjectMethod's parameters must be equal or more than 3.");
  }
  if (!record.is('running')) return dropCall(app, record, args);
  const [instanceName, methodName, timeout] = args;
  if (typeof instanceName !== 'string') raise(thread, 401, wrongType('instanceName', 'string'));
  if (typeof methodName !== 'string') raise(thread, 401, wrongType('methodName', 'string'));
  if (typeof timeout !== 'number') raise(thread, 401, wrongType('timeout', 'number'));
  const copy = host.clone(args.slice(3));
  if (!copy.ok) raiseSerialization(app, thread, copy.failure);
  if (record.hostGone) refuseWithoutHost(thread);
  if (record.lanes.call.tasks.size >= mostWaitingCalls) return undefined;
  const call: CallTask = {
    kind: 'call',
    worker: record,
    instanceName: argument.cut(instanceName),
    methodName,
    args: arrayFrom(copy.value),
    deadline: app.clock.now + timeLimit(timeout),
    answer: undefined,
  };
  return settle(thread, waitForAnswer(app, record, call));
}

function dropCall(app: AppProcess, worker: WorkerRecord, [instanceName, methodName]: readonly unknown[]): undefined {
  const method = [instanceName, methodName].map((name) => (typeof name === 'string' ? name : '?')).join('.');
  app.ports.observe({ type: 'dropped-call', worker, method, reason: portDropReason(worker) });
}

const longestTimeLimit = 5000;

/**
 * Milliseconds, by ToUint32; 0 and whatever is too long stand for the longest (L-111). That devices in debug mode wait
 * for ever is not simulated: in a debugger, virtual time stands still anyway.
 */
function timeLimit(timeout: number): number {
  const milliseconds = timeout >>> 0;
  return milliseconds === 0 ? longestTimeLimit : Math.min(milliseconds, longestTimeLimit);
}

/** The host's part, when its turn has come (L-112 to L-116). A call that has timed out meanwhile is stale (L-117). */
export function performCall(app: AppProcess, call: CallTask): void {
  if (call.answer !== undefined) return;
  const answer = answerCall(app, call);
  if (!isOverdue(app, call)) finish(app, call, answer);
}

function isOverdue(app: AppProcess, { deadline }: CallTask): boolean {
  return app.clock.now >= deadline;
}

function finish(app: AppProcess, call: CallTask, answer: CallAnswer): CallAnswer {
  call.answer = answer;
  app.ports.observe({ type: 'call-answered', call });
  return answer;
}

function refuseWithoutHost(thread: JsThread): never {
  raise(thread, 10200004, 'worker is null when callGlobalCallObjectMethod');
}

function waitForAnswer(app: AppProcess, record: WorkerRecord, call: CallTask): CallAnswer {
  const { agent } = record.host;
  const task = app.kernel.queue(agent, record.lanes.call, call);
  // A host that is in the middle of a task, in which code of the worker runs, can't return to its event loop (L-119b).
  const waitsInVain = app.kernel.isRunning(agent) || takeTimeout(app, record);
  const arrival = waitsInVain ? call.deadline : Math.min(call.deadline, app.ports.transit.arrivalOf(task));
  if (arrival > app.clock.now) app.clock.advanceTo(arrival);
  app.kernel.pump(agent, () => call.answer !== undefined || isOverdue(app, call));
  if (call.answer !== undefined) return call.answer;
  // The host may have stopped while it was waited for.
  if (record.hostGone) refuseWithoutHost(record.thread);
  return finish(app, call, { kind: 'refused', code: 10200021 });
}

function takeTimeout({ faults, ports }: AppProcess, worker: WorkerRecord): boolean {
  if (faults.isEmpty) return false;
  const fault = faults.take('call-timeout', (waiting) => waiting.worker === worker);
  if (fault !== undefined) ports.observe({ type: 'fault', thread: worker.thread, kind: 'call-timeout' });
  return fault !== undefined;
}

function settle(thread: JsThread, answer: CallAnswer): unknown {
  if (answer.kind === 'refused') raise(thread, answer.code);
  return answer.value;
}

function answerCall(app: AppProcess, { worker: record, instanceName, methodName, args }: CallTask): CallAnswer {
  if (!record.globalObjects.has(instanceName)) return { kind: 'refused', code: 10200019 };
  const target = record.globalObjects.get(instanceName);
  const method = findMethod(app, record, target, methodName);
  if (method === undefined || isAsyncOrGenerator(app, method)) return { kind: 'refused', code: 10200020 };
  const outcome = callUser(record.host, method, target, [...args]);
  if (outcome.threw) {
    if (isError(app, outcome.error)) reportHostException(app, record.host, outcome.error, record);
    return { kind: 'value', value: undefined };
  }
  const result = record.thread.clone(outcome.value);
  return result.ok ? { kind: 'value', value: result.value } : { kind: 'refused', code: 10200006 };
}

/** The lookup may run a getter (L-113). */
function findMethod(app: AppProcess, record: WorkerRecord, target: unknown, name: string): Callable | undefined {
  try {
    return methodOf(target, name);
  } catch (error) {
    reportHostException(app, record.host, error, record);
    return undefined;
  }
}

function methodOf(target: unknown, name: string): Callable | undefined {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return undefined;
  if (!(name in target)) return undefined;
  const method: unknown = Reflect.get(target, name);
  return isCallable(method) ? method : undefined;
}

/** Async generator functions are not recognised: they are called, and their result can't be sent (L-113). */
function isAsyncOrGenerator(app: AppProcess, method: Callable): boolean {
  const { types } = app.ports.primitives;
  const generator = types.isGeneratorFunction(method);
  const async = types.isAsyncFunction(method);
  return generator !== async;
}

function isError(app: AppProcess, value: unknown): boolean {
  return app.ports.primitives.types.isNativeError(value);
}

function wrongType(parameter: string, type: string): string {
  return `the type of callGlobalCallObjectMethod's ${parameter} must be ${type}.`;
}
