import { check, transferList } from './checks';
import { uncaught } from './deliver-to-host';
import { type Callable, isCallable } from './listeners';
import { platformError } from './platform-error';
import { notSerialized, serializePost } from './post';
import type { ModelProcess } from './process';
import type { ModelWorker, Properties } from './worker';

type HostCall = (args: readonly unknown[], worker: ModelWorker | undefined, process: ModelProcess) => unknown;

/** `undefined` when it is gone. */
function alive(worker: ModelWorker | undefined): ModelWorker | undefined {
  return worker?.gone === true ? undefined : worker;
}

const postMessage: HostCall = (args, worker, process) => {
  check(args.length >= 1, 'Worker messageObject must be not null with postMessage');
  const living = alive(worker);
  if (living === undefined || living.ended) {
    if (living !== undefined) process.seen('dropped: host post to an ended worker');
    return process.notRunning('maybe worker is terminated when PostMessage');
  }
  const transfer = transferList(args.slice(1), 'the type of the transfer list must be an array.');
  const copy = serializePost(args[0], transfer);
  if (copy.ok) return living.postToWorker(copy.value);
  process.seen('host post that can not be serialized');
  hostMessageError(living);
  process.throwIfNew(notSerialized(copy.text));
};

/** E-24b: what the property throws is uncaught, what a listener throws is thrown to the poster. */
function hostMessageError({ host, hostObject, hostListeners }: ModelWorker): void {
  const { onmessageerror } = hostObject;
  if (isCallable(onmessageerror)) {
    const failed = host.call(() => onmessageerror.call(hostObject));
    if (failed !== undefined) uncaught(host, failed.thrown);
  }
  callListeners(hostListeners, 'messageerror', (listener) => host.call(() => listener.call(hostObject)));
}

/** Throws what a listener throws; the others are skipped (L-72). */
function callListeners(
  listeners: ModelWorker['hostListeners'],
  type: string,
  call: (listener: Callable) => { readonly thrown: unknown } | undefined,
): void {
  let failed: { readonly thrown: unknown } | undefined;
  listeners.walk(type, (listener) => {
    failed = call(listener);
    return failed === undefined ? 'goes on' : 'breaks off and sweeps';
  });
  if (failed !== undefined) throw failed.thrown;
}

const terminate: HostCall = (_args, worker, process) => {
  const living = alive(worker);
  if (living === undefined) return process.notRunning('worker is nullptr when Terminate');
  if (living.stopRequested || living.ended) return process.seen('terminate: nothing to do');
  living.stopRequested = true;
  living.stopFromHost();
};

function listen(once: boolean): HostCall {
  return (args, worker, process) => {
    const [type, listener, options] = args;
    check(args.length >= 2, 'the number of listener parameters is not less than 2.');
    check(typeof type === 'string', 'the type of listener first param must be string.');
    check(isCallable(listener), 'the type of listener the second param must be callable.');
    const living = alive(worker);
    if (living === undefined) return process.notRunning('maybe worker is terminated');
    const stays = typeof options === 'object' && options !== null && (options as Properties).once !== true;
    const lastWins = process.mutant === 'the last registration wins';
    living.hostListeners.add(type as string, listener as Callable, once && !stays, lastWins);
  };
}

const off: HostCall = (args, worker, process) => {
  const [type, listener] = args;
  check(args.length >= 1, 'the number of parameters is not less than 1.');
  check(typeof type === 'string', 'the type of removelistener the first param must be string.');
  const living = alive(worker);
  if (living === undefined) return process.notRunning('maybe worker is terminated');
  check(args.length < 2 || isCallable(listener), 'the type of removelistener the second param must be callable.');
  living.hostListeners.remove(type as string, listener as Callable | undefined);
};

const removeAllListener: HostCall = (_args, worker, process) => {
  const living = alive(worker);
  if (living === undefined) return process.notRunning('maybe worker is terminated');
  living.hostListeners.removeAll();
};

const dispatchEvent: HostCall = (args, worker, process) => {
  const [event] = args;
  check(args.length >= 1, "the number of dispatchEvent's parameters must be more than 1.");
  check(typeof event === 'object' && event !== null, 'the type of DispatchEvent first param must be event object.');
  const living = alive(worker);
  if (living === undefined) {
    process.notRunning('maybe worker has been terminated');
    return false;
  }
  const { type } = event as Properties;
  check(typeof type === 'string', "the type of dispatchEvent's event type must be string.");
  const { host, hostObject, hostListeners } = living;
  const handler = hasProperty(type as string) ? hostObject[`on${type}`] : undefined;
  if (isCallable(handler)) {
    const failed = host.call(() => handler.call(hostObject, event));
    if (failed !== undefined) {
      hostListeners.sweep(type as string);
      throw failed.thrown;
    }
  }
  callListeners(hostListeners, type as string, (listener) => host.call(() => listener.call(hostObject, event)));
  return true;
};

/** L-82: types whose property `dispatchEvent` calls. */
export function hasProperty(type: string): boolean {
  return type === 'message' || type === 'messageerror' || type === 'error';
}

const registerGlobalCallObject: HostCall = (args, worker) => {
  const [name, value] = args;
  check(args.length === 2, "the number of registerGlobalCallObject's parameters must be 2.");
  check(typeof name === 'string', "the type of registerGlobalCallObject's instanceName must be string.");
  const living = alive(worker);
  if (living === undefined) throw platformError(10200004, 'maybe worker is terminated when registerGlobalCallObject');
  living.registered.set(name as string, value);
};

const unregisterGlobalCallObject: HostCall = (args, worker) => {
  const [name] = args;
  check(args.length <= 1, "the number of unregisterGlobalCallObject's parameters must be 1 or 0.");
  const living = alive(worker);
  if (living === undefined) throw platformError(10200004, 'maybe worker is terminated when unregisterGlobalCallObject');
  if (args.length === 0) return living.registered.clear();
  check(typeof name === 'string', "the type of unregisterGlobalCallObject's instanceName must be string.");
  living.registered.delete(name as string);
};

/** The methods of the three classes (E-20 to E-36). */
export const hostCalls: Readonly<Record<string, HostCall>> = {
  postMessage,
  postMessageWithSharedSendable: postMessage,
  terminate,
  on: listen(false),
  addEventListener: listen(false),
  once: listen(true),
  off,
  removeEventListener: off,
  removeAllListener,
  dispatchEvent,
  registerGlobalCallObject,
  unregisterGlobalCallObject,
  cancelTasks: (_args, worker) => alive(worker)?.cancelTasks(),
};
