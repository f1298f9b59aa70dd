import { check, transferList } from './checks';
import { hasProperty } from './host-calls';
import { type Callable, isCallable } from './listeners';
import { platformError } from './platform-error';
import { notSerialized, serializePost } from './post';
import type { ModelWorker, Properties } from './worker';

type PortCall = (args: readonly unknown[], worker: ModelWorker) => unknown;

/** Posts and global calls do nothing unless the worker is running (L-12, L-31, E-70). */
function running(worker: ModelWorker): boolean {
  const { state, process } = worker;
  if (state === 'running') return true;
  if (process.mutant === 'replies after terminate arrive' && state === 'terminating') return true;
  process.seen(`dropped: ${state === 'gone' ? 'terminated' : state}`);
  return false;
}

const postMessage: PortCall = (args, worker) => {
  check(args.length >= 1, 'the number of parameters must be more than 1.');
  if (!running(worker)) return;
  post(worker, args[0], transferList(args.slice(1), 'Transfer list must be an Array'));
};

function post(
  worker: ModelWorker,
  message: unknown,
  transfer: readonly unknown[] | undefined,
  priority?: 1 | 2 | 3 | 4,
): void {
  const copy = serializePost(message, transfer);
  if (copy.ok) return worker.postToHost(copy.value, priority);
  worker.process.seen('port post that can not be serialized');
  if (worker.process.mutant !== 'a failed post leaves the exit code') worker.errorExit = true;
  portMessageError(worker);
  worker.process.throwIfNew(notSerialized(copy.text));
}

/** E-24b: what they throw takes the way of any error of the worker. */
function portMessageError(worker: ModelWorker): void {
  const { thread, port, portListeners } = worker;
  const { onmessageerror } = port;
  if (isCallable(onmessageerror)) {
    const failed = thread.call(() => onmessageerror.call(port));
    if (failed !== undefined) worker.reportError(failed.thrown);
  }
  portListeners.walk('messageerror', (listener) => {
    const failed = thread.call(() => listener.call(port));
    if (failed === undefined) return 'goes on';
    worker.reportError(failed.thrown);
    return 'breaks off';
  });
}

const postMessageAtFront: PortCall = (args, worker) => {
  const [message, priority] = args;
  check(args.length >= 2, 'the number of postMessageAtFront parameters must be more than one.');
  if (!running(worker)) return;
  check(typeof priority === 'number', 'the type of postMessageAtFront second param priority must be number.');
  const rank = (priority as number) >>> 0;
  check(rank >= 1 && rank <= 4, 'priority only supports HIGH, MEDIUM LOW, IDLE.');
  const transfer = transferList(args.slice(2), 'Transfer list must be an Array');
  post(worker, message, transfer, rank as 1 | 2 | 3 | 4);
};

const addEventListener: PortCall = (args, worker) => {
  const [type, listener, options] = args;
  check(args.length >= 2, 'worker listener param count must be more than WORKPARAMNUM.');
  check(typeof type === 'string', 'the type of worker listener first param must be string.');
  check(isCallable(listener), 'the type of worker listener second param must be callable.');
  if (worker.ended) return worker.process.notRunning('worker is not running when addEventListener.');
  const once = typeof options === 'object' && options !== null && (options as Properties).once === true;
  worker.portListeners.add(type as string, listener as Callable, once);
};

const removeEventListener: PortCall = (args, worker) => {
  const [type, listener] = args;
  check(args.length >= 1, "the number of removeEventListener's parameters must be more than 2.");
  check(typeof type === 'string', "the type of removeEventListener's 1st param must be string.");
  check(args.length < 2 || isCallable(listener), "the type of removeEventListener's second param must be callable.");
  if (worker.ended) return worker.process.notRunning('worker is not running when removeEventListener.');
  worker.portListeners.remove(type as string, listener as Callable | undefined);
};

const removeAllListener: PortCall = (_args, worker) => {
  if (worker.ended) return worker.process.notRunning('worker is nullptr when ParentPortRemoveAllListener');
  worker.portListeners.removeAll();
};

const dispatchEvent: PortCall = (args, worker) => {
  const [event] = args;
  check(args.length >= 1, 'DispatchEvent param count must be more than 1.');
  check(typeof event === 'object' && event !== null, 'the type of worker DispatchEvent first param must be Event.');
  const { type } = event as Properties;
  check(typeof type === 'string', "the type of dispatchEvent's worker event must be string.");
  if (worker.ended) {
    worker.process.notRunning('worker is nullptr when dispatchEvent.');
    return false;
  }
  return dispatch(worker, type as string, event);
};

/** L-73: with a listener of the type an exception takes the way of any error; without one the caller gets it. */
function dispatch(worker: ModelWorker, type: string, event: unknown): boolean {
  const { thread, port, portListeners } = worker;
  const handler = hasProperty(type) ? port[`on${type}`] : undefined;
  if (isCallable(handler)) {
    const failed = thread.call(() => handler.call(port, event));
    if (failed !== undefined) {
      if (!portListeners.hasAny(type)) throw failed.thrown;
      portListeners.sweep(type);
      worker.reportError(failed.thrown);
      return true;
    }
  }
  portListeners.walk(type, (listener) => {
    const failed = thread.call(() => listener.call(port, event));
    if (failed === undefined) return 'goes on';
    worker.reportError(failed.thrown);
    return 'breaks off and sweeps';
  });
  return true;
}

const callGlobalCallObjectMethod: PortCall = (args, worker) => {
  const [instance, method, timeout] = args;
  check(args.length >= 3, "the number of callGlobalCallObjectMethod's parameters must be equal or more than 3.");
  if (!running(worker)) return;
  check(typeof instance === 'string', "the type of callGlobalCallObjectMethod's instanceName must be string.");
  check(typeof method === 'string', "the type of callGlobalCallObjectMethod's methodName must be string.");
  check(typeof timeout === 'number', "the type of callGlobalCallObjectMethod's timeout must be number.");
  const copy = serializePost(args.slice(3), undefined);
  if (!copy.ok) throw notSerialized(copy.text);
  if (worker.hostGone) throw platformError(10200004, 'worker is null when callGlobalCallObjectMethod');
  const outcome = worker.callHost(instance as string, method as string, copy.value as unknown[]);
  if (outcome === undefined) return worker.process.undetermined('a host that stopped before it answered a call');
  if ('code' in outcome) throw platformError(outcome.code);
  worker.process.seen('global call answered');
  return outcome.value;
};

/** The methods of the port (E-40 to E-46, L-110 to L-119d). */
export const portCalls: Readonly<Record<string, PortCall>> = {
  postMessage,
  postMessageWithSharedSendable: postMessage,
  postMessageAtFront,
  callGlobalCallObjectMethod,
  close: (_args, worker) => worker.close(),
  cancelTasks: (_args, worker) => worker.cancelTasks(),
  addEventListener,
  removeEventListener,
  removeAllListener,
  dispatchEvent,
};
