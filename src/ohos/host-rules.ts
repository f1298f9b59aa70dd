import type { AppProcess } from './app-process';
import { argument } from './arguments';
import type { HostMethod, ThreadRules } from './guest';
import type { JsThread } from './js-thread';
import type { Listener } from './listener-table';
import { type PlatformErrorCode, raise } from './platform-error';
import { postFromHost, type Sendables } from './post-message';
import { dropIncoming, requestTerminate } from './shutdown';
import { callUser, isCallable, readHandler } from './user-callback';
import type { WorkerRecord } from './worker-record';

type HostRules = ThreadRules['host'];
type Args = readonly unknown[];

/** The methods of host objects, as one thread's realm calls them. `self` is whatever stood before the dot. */
export function createHostRules(app: AppProcess, host: JsThread): HostRules {
  const recordOf = (self: unknown, method: HostMethod): WorkerRecord | undefined => {
    if (!argument.isObject(self)) return undefined;
    const record = app.records.get(self);
    if (record === undefined) noticeLateCall(app, host, self, method);
    return record;
  };
  const add = (method: HostMethod, once: (args: Args) => boolean) => (self: unknown, args: Args) =>
    addListener(app, host, recordOf(self, method), args, once(args));
  const remove = (method: HostMethod) => (self: unknown, args: Args) =>
    removeListener(app, host, recordOf(self, method), args);
  const post = (method: HostMethod, sendables: Sendables) => (self: unknown, args: Args) =>
    postFromHost(app, host, recordOf(self, method), args, sendables);
  return {
    postMessage: post('postMessage', 'copied'),
    postMessageWithSharedSendable: post('postMessageWithSharedSendable', 'shared'),
    terminate: (self) => terminate(app, host, recordOf(self, 'terminate')),
    on: add('on', () => false),
    addEventListener: add('addEventListener', () => false),
    once: add('once', (args) => !asksForPermanent(args[2])),
    off: remove('off'),
    removeEventListener: remove('removeEventListener'),
    removeAllListener: (self) => removeAllListener(app, host, recordOf(self, 'removeAllListener')),
    dispatchEvent: (self, args) => dispatchEvent(app, host, recordOf(self, 'dispatchEvent'), args),
    registerGlobalCallObject: (self, args) => register(host, recordOf(self, 'registerGlobalCallObject'), args),
    unregisterGlobalCallObject: (self, args) => unregister(host, recordOf(self, 'unregisterGlobalCallObject'), args),
    cancelTasks: (self) => cancelTasks(app, recordOf(self, 'cancelTasks')),
  };
}

/** Registering throws whatever worker classes the process uses, `cancelTasks` never (E-60 to E-66). */
function noticeLateCall(app: AppProcess, from: JsThread, self: object, method: HostMethod): void {
  const worker = app.workerOf(self);
  const throws = app.latch === 'new' || /^(un)?register/.test(method);
  app.ports.observe({ type: 'called-after-exit', self, worker, from, method, throws });
}

/** Drops what the worker has not read yet, unless it is ending (L-34). */
export function cancelTasks(app: AppProcess, record: WorkerRecord | undefined): void {
  if (record === undefined || record.ended) return;
  dropIncoming(app, record, 'cancelled');
}

/** A `(V)` row: thrown only when the process uses the new classes (E-3). */
export function raiseIfNew(app: AppProcess, thread: JsThread, code: PlatformErrorCode, detail: string): void {
  if (app.latch === 'new') raise(thread, code, detail);
}

function terminate(app: AppProcess, host: JsThread, record: WorkerRecord | undefined): void {
  if (record === undefined) return raiseIfNew(app, host, 10200004, 'worker is nullptr when Terminate');
  requestTerminate(app, record);
}

/** A third argument of `once` that is an object without `once: true` makes the listener permanent. */
function asksForPermanent(options: unknown): boolean {
  return argument.isObject(options) && Reflect.get(options, 'once') !== true;
}

function addListener(
  app: AppProcess,
  host: JsThread,
  record: WorkerRecord | undefined,
  args: Args,
  once: boolean,
): void {
  const [type, listener] = args;
  if (args.length < 2) raise(host, 401, 'the number of listener parameters is not less than 2.');
  if (typeof type !== 'string') raise(host, 401, 'the type of listener first param must be string.');
  if (!isCallable(listener)) raise(host, 401, 'the type of listener the second param must be callable.');
  if (record === undefined) return raiseIfNew(app, host, 10200004, 'maybe worker is terminated');
  record.hostListeners.add(argument.cut(type), listener, once);
}

function removeListener(app: AppProcess, host: JsThread, record: WorkerRecord | undefined, args: Args): void {
  const [type, listener] = args;
  if (args.length < 1) raise(host, 401, 'the number of parameters is not less than 1.');
  if (typeof type !== 'string') raise(host, 401, 'the type of removelistener the first param must be string.');
  if (record === undefined) return raiseIfNew(app, host, 10200004, 'maybe worker is terminated');
  if (args.length === 1) return record.hostListeners.removeType(argument.cut(type));
  if (!isCallable(listener)) raise(host, 401, 'the type of removelistener the second param must be callable.');
  record.hostListeners.remove(argument.cut(type), listener);
}

function removeAllListener(app: AppProcess, host: JsThread, record: WorkerRecord | undefined): void {
  if (record === undefined) return raiseIfNew(app, host, 10200004, 'maybe worker is terminated');
  record.hostListeners.clear();
}

const eventProperties = ['message', 'messageerror', 'error'];

/** The `on…` property of an event type that `dispatchEvent` calls (L-82). */
export function dispatchedHandler(target: object, type: string): unknown {
  return eventProperties.includes(type) ? readHandler(target, `on${type}`) : undefined;
}

/** What a handler throws goes to the caller; the listeners after it are skipped (L-72). */
function dispatchEvent(app: AppProcess, host: JsThread, record: WorkerRecord | undefined, args: Args): boolean {
  const [event] = args;
  if (args.length < 1) raise(host, 401, "the number of dispatchEvent's parameters must be more than 1.");
  if (!argument.isObject(event)) raise(host, 401, 'the type of DispatchEvent first param must be event object.');
  if (record === undefined) {
    raiseIfNew(app, host, 10200004, 'maybe worker has been terminated');
    return false;
  }
  const given: unknown = Reflect.get(event, 'type');
  if (typeof given !== 'string') raise(host, 401, "the type of dispatchEvent's event type must be string.");
  const type = argument.cut(given);
  let thrown: { error: unknown } | undefined;
  const call = (listener: Listener): boolean => {
    const outcome = callUser(host, listener, record.hostObject, [event]);
    if (outcome.threw) thrown = { error: outcome.error };
    return !outcome.threw;
  };
  const handler = dispatchedHandler(record.hostObject, type);
  if (isCallable(handler) && !call(handler)) record.hostListeners.removeOnce(type);
  else record.hostListeners.dispatch(type, call);
  if (thrown !== undefined) throw thrown.error;
  return true;
}

function register(host: JsThread, record: WorkerRecord | undefined, args: Args): void {
  const [name, target] = args;
  if (args.length !== 2) raise(host, 401, "the number of registerGlobalCallObject's parameters must be 2.");
  if (typeof name !== 'string') {
    raise(host, 401, "the type of registerGlobalCallObject's instanceName must be string.");
  }
  if (record === undefined) raise(host, 10200004, 'maybe worker is terminated when registerGlobalCallObject');
  record.globalObjects.set(argument.cut(name), target);
}

function unregister(host: JsThread, record: WorkerRecord | undefined, args: Args): void {
  const [name] = args;
  if (args.length > 1) raise(host, 401, "the number of unregisterGlobalCallObject's parameters must be 1 or 0.");
  if (record === undefined) raise(host, 10200004, 'maybe worker is terminated when unregisterGlobalCallObject');
  if (args.length === 0) return record.globalObjects.clear();
  if (typeof name !== 'string') {
    raise(host, 401, "the type of unregisterGlobalCallObject's instanceName must be string.");
  }
  record.globalObjects.delete(argument.cut(name));
}
