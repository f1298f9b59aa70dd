import { InternalError } from '../base';
import type { AppProcess } from './app-process';
import { argument } from './arguments';
import { reportHandlerError } from './error-routes';
import { callGlobalObject } from './global-call';
import type { ThreadRules } from './guest';
import { cancelTasks, dispatchedHandler, raiseIfNew } from './host-rules';
import type { JsThread } from './js-thread';
import type { Listener } from './listener-table';
import { raise } from './platform-error';
import { postAtFront, postFromPort } from './post-message';
import { closeFromPort } from './shutdown';
import { callUser, isCallable } from './user-callback';
import type { WorkerRecord } from './worker-record';

type PortRules = ThreadRules['port'];
type Args = readonly unknown[];

/** The functions of the port of a worker's thread. They don't look at `this`. */
export function createPortRules(app: AppProcess, thread: JsThread): PortRules {
  const record = (): WorkerRecord => {
    if (thread.record === undefined) throw new InternalError(`${thread.name} has no port`);
    return thread.record;
  };
  return {
    postMessage: (args) => postFromPort(app, record(), args, 'copied'),
    postMessageWithSharedSendable: (args) => postFromPort(app, record(), args, 'shared'),
    postMessageAtFront: (args) => postAtFront(app, record(), args),
    callGlobalCallObjectMethod: (args) => callGlobalObject(app, record(), args),
    close: () => closeFromPort(app, record()),
    cancelTasks: () => cancelTasks(app, record()),
    addEventListener: (args) => addListener(app, record(), args),
    removeEventListener: (args) => removeListener(app, record(), args),
    removeAllListener: () => removeAllListener(app, record()),
    dispatchEvent: (args) => dispatchEvent(app, record(), args),
  };
}

function addListener(app: AppProcess, record: WorkerRecord, args: Args): void {
  const { thread } = record;
  const [type, listener, options] = args;
  if (args.length < 2) raise(thread, 401, 'worker listener param count must be more than WORKPARAMNUM.');
  if (typeof type !== 'string') raise(thread, 401, 'the type of worker listener first param must be string.');
  if (!isCallable(listener)) raise(thread, 401, 'the type of worker listener second param must be callable.');
  if (record.ended) return raiseIfNew(app, thread, 10200004, 'worker is not running when addEventListener.');
  const once = argument.isObject(options) && Reflect.get(options, 'once') === true;
  record.portListeners.add(argument.cut(type), listener, once);
}

function removeListener(app: AppProcess, record: WorkerRecord, args: Args): void {
  const { thread } = record;
  const [type, listener] = args;
  if (args.length < 1) raise(thread, 401, "the number of removeEventListener's parameters must be more than 2.");
  if (typeof type !== 'string') {
    raise(thread, 401, "the type of removeEventListener's 1st param must be string.");
  }
  if (args.length > 1 && !isCallable(listener)) {
    raise(thread, 401, "the type of removeEventListener's second param must be callable.");
  }
  if (record.ended) return raiseIfNew(app, thread, 10200004, 'worker is not running when removeEventListener.');
  if (isCallable(listener)) record.portListeners.remove(argument.cut(type), listener);
  else record.portListeners.removeType(argument.cut(type));
}

function removeAllListener(app: AppProcess, record: WorkerRecord): void {
  if (record.ended) {
    return raiseIfNew(app, record.thread, 10200004, 'worker is nullptr when ParentPortRemoveAllListener');
  }
  record.portListeners.clear();
}

/** What a handler throws is a class (a) error, unless it is the only one that there is (L-73). */
function dispatchEvent(app: AppProcess, record: WorkerRecord, args: Args): boolean {
  const { thread, port } = record;
  const [event] = args;
  if (args.length < 1) raise(thread, 401, 'DispatchEvent param count must be more than 1.');
  if (!argument.isObject(event)) raise(thread, 401, 'the type of worker DispatchEvent first param must be Event.');
  const given: unknown = Reflect.get(event, 'type');
  if (typeof given !== 'string') raise(thread, 401, "the type of dispatchEvent's worker event must be string.");
  if (record.ended) {
    raiseIfNew(app, thread, 10200004, 'worker is nullptr when dispatchEvent.');
    return false;
  }
  const type = argument.cut(given);
  const call = (listener: Listener): boolean => {
    const outcome = callUser(thread, listener, port, [event]);
    if (!outcome.threw) return true;
    if (!record.portListeners.hasListeners(type)) throw outcome.error;
    reportHandlerError(app, record, outcome.error);
    return false;
  };
  const handler = dispatchedHandler(port, type);
  if (isCallable(handler) && !call(handler)) record.portListeners.removeOnce(type);
  else record.portListeners.dispatch(type, call);
  return true;
}
