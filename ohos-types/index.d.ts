/// <reference path="./arkts.d.ts" />
/// <reference path="./hilog.d.ts" />
/// <reference path="./hypium.d.ts" />
// biome-ignore-all lint/complexity/noBannedTypes: the platform declares messages and errors as `Object`
// biome-ignore-all lint/suspicious/noExplicitAny: the platform declares the data of a message as `any`

/**
 * Types of `@ohos.worker`, and of what worker code takes from `@kit.ArkTS` and `@ohos.base`, for TypeScript outside the
 * OpenHarmony SDK. Needs no more than `lib: ["ES2015"]`.
 *
 * What the platform's own types get wrong is told in the comments, with the rule of the specification (`A-41`).
 * Where both are harmless, the types follow the platform's, so that what compiles here compiles there.
 * Members that only the runtime has are marked "not in the platform's types": the OpenHarmony compiler refuses them.
 *
 * Error codes: 401 wrong argument, 10200003 the worker can't be made, 10200004 the worker is gone or stopping,
 * 10200006 the value can't be sent, 10200007 no such script, 10200019 to 10200021 failed global call. With the old class
 * `Worker` most errors other than 401 are silent returns instead (E-3).
 */
declare module '@ohos.worker' {
  /** Options of a worker (second argument of the constructors). Left out is not the same as `undefined` (E-8). */
  export interface WorkerOptions {
    /** Only `'classic'` works; the declared `'module'` is refused with 401. */
    type?: 'classic' | 'module';
    /** Name that the worker sees as `workerPort.name`; `''` is no name. The host object doesn't show it. */
    name?: string;
    /** Ignored by the platform. */
    shared?: boolean;
    /** Priority of the worker's thread, since API 18; no difference that code could see. Ignored for `Worker`. */
    priority?: ThreadWorkerPriority;
  }

  /** Priority of a worker's thread, since API 18. Has no reverse mapping on the platform. */
  export enum ThreadWorkerPriority {
    HIGH = 0,
    MEDIUM = 1,
    LOW = 2,
    IDLE = 3,
    /** Since API 20. */
    DEADLINE = 4,
    /** Since API 20. */
    VIP = 5,
  }

  /** Priority of a message sent with `postMessageAtFront`, since API 26. Has no reverse mapping on the platform. */
  export enum Priority {
    IMMEDIATE = 1,
    HIGH = 2,
    LOW = 3,
    IDLE = 4,
  }

  /** What listeners receive by declaration. Real message events have neither field; see also {@link ErrorEvent}. */
  export interface Event {
    readonly type: string;
    readonly timeStamp: number;
  }

  /** An exception in a worker. The last three positions are absent when the stack names no file. */
  export interface ErrorEvent extends Event {
    /** The thrown value as a string, for example `"TypeError: x is not a function"`. */
    readonly message: string;
    readonly filename: string;
    readonly lineno: number;
    readonly colno: number;
    /** The thrown value; on the host a copy that keeps only built-in type, `message` and `stack`. */
    readonly error: Object;
    /** The thrown value's stack; not in the platform's types. */
    readonly backtrace?: string;
    /** Always `'ErrorEvent'`. */
    readonly type: string;
    /** Declared as a number; the platform gives a string, `YYYY-MM-DD HH:MM:SS`. */
    readonly timeStamp: number;
  }

  /** A message of a known type. At run time an object with `data` and nothing else. */
  export interface MessageEvent<T> extends Event {
    readonly data: T;
  }

  /** A message. At run time an object with `data` and nothing else, shared by all callbacks of one delivery. */
  export interface MessageEvents extends Event {
    readonly data: any;
  }

  /** Second argument of `postMessage`, in its long form. */
  export interface PostMessageOptions {
    /** The ArrayBuffers to hand over rather than copy. `null` is refused with 401 (E-21). */
    transfer?: Object[];
  }

  /** @deprecated since API 9, for {@link WorkerEventListener}. */
  export type EventListener = (evt: Event) => void | Promise<void>;

  /** A listener. For `exit` the argument is really the exit code, for `messageerror` there is none. */
  export type WorkerEventListener = (event: Event) => void | Promise<void>;

  /** @deprecated since API 9, for {@link WorkerEventTarget}. */
  export interface EventTarget {
    addEventListener(type: string, listener: EventListener): void;
    dispatchEvent(event: Event): boolean;
    removeEventListener(type: string, callback?: EventListener): void;
    removeAllListener(): void;
  }

  /** What a host object and a port have in common: listeners by event type. */
  export interface WorkerEventTarget {
    /**
     * Adds a listener; a duplicate is ignored.
     * Errors: 401 for a wrong argument; 10200004 when the worker is gone (host, E-62) or stopping (port, E-45).
     */
    addEventListener(type: string, listener: WorkerEventListener): void;

    /**
     * Calls the handlers of `event.type` with the very object given, before it returns `true`.
     * Errors: 401 if there is no event or its `type` is no string; 10200004 as for {@link addEventListener}.
     */
    dispatchEvent(event: Event): boolean;

    /**
     * Removes one listener of a type, or all of them when `callback` is left out; unknown ones are ignored (E-31).
     * Errors: 401 for a wrong argument, also for an explicit `undefined` (E-33); 10200004 as above.
     */
    removeEventListener(type: string, callback?: WorkerEventListener): void;

    /** Removes all listeners of all types. Errors: 10200004 as above. */
    removeAllListener(): void;
  }

  /** Options that the runtime reads after a listener; not in the platform's types. */
  interface ListenerOptions {
    once?: boolean;
  }

  type MessageHandler = ((event: MessageEvents) => void) | undefined;
  type ErrorCallback = ((err: ErrorEvent) => void) | undefined;

  /** What both ports have: the platform's own object is the same for both. Its methods need no `this`. */
  interface GlobalScope extends WorkerEventTarget {
    /** The name from the worker's options; really `undefined` when there was none. */
    readonly name: string;
    /** The port itself, and not, as the platform's types say, the global object. */
    readonly self: this;
    /** Called with an exception of a message handler, before the host hears of it (L-50). */
    onerror?: ErrorCallback;
    /** Called with each message of the host; looked up anew for every message (L-20). */
    onmessage?: MessageHandler;
    /** Called, without an argument, when the worker's own `postMessage` can't serialize its message. */
    onmessageerror?: MessageHandler;
    /** Called inside {@link close}; not in the platform's types. */
    onclose?: (() => void) | undefined;

    /**
     * Sends a message to the host; silently sends nothing while the script is still being evaluated, and after the worker
     * began to stop (E-70).
     * Errors: 401 without a message or when `transfer` is no array; 10200006 when the message can't be serialized, after
     * {@link onmessageerror} was called.
     */
    postMessage(messageObject: Object, transfer: ArrayBuffer[]): void;
    postMessage(messageObject: Object, options?: PostMessageOptions): void;

    /** Like {@link postMessage}, with Sendable objects shared rather than copied. Since API 12. */
    postMessageWithSharedSendable(message: Object, transfer?: ArrayBuffer[]): void;

    /** Like {@link postMessage}, overtaking messages of lower priority. Since API 26; 401 for a wrong priority (E-43). */
    postMessageAtFront?(message: Object, priority: Priority, transfer?: ArrayBuffer[]): void;

    /**
     * Calls a method of an object that the host registered, and blocks the worker until it has returned. Answers
     * `undefined` when the method threw (L-114). Since API 11.
     * Errors: 401 for a wrong argument; 10200004 when the host is gone; 10200006 when an argument or the result can't be
     * serialized; 10200019 unknown object; 10200020 no such method, or one that is async or a generator; 10200021 no
     * answer within `timeout` milliseconds.
     */
    callGlobalCallObjectMethod(instanceName: string, methodName: string, timeout: number, ...args: Object[]): Object;

    /** Stops the worker at once: unread messages and timers are dropped, the running handler ends first (L-35). No errors. */
    close(): void;

    /** Drops the messages that this worker hasn't read yet (L-34). No errors. Not in the platform's types. */
    cancelTasks(): void;

    addEventListener(type: string, listener: WorkerEventListener, options?: ListenerOptions): void;
  }

  /** Type of `worker.workerPort`: the worker's end of the connection. Since API 9. */
  export interface ThreadWorkerGlobalScope extends GlobalScope {}

  /** Type of `worker.parentPort`. @deprecated since API 9, for {@link ThreadWorkerGlobalScope}. */
  export interface DedicatedWorkerGlobalScope extends GlobalScope {}

  /** The members that the three classes have in common. In the types only: at run time they are unrelated. */
  abstract class HostWorker implements WorkerEventTarget {
    /**
     * Makes a worker; its script starts later.
     *
     * Errors, in this order: 10200003 when `Worker` and `ThreadWorker` are both used in one process (E-2); 401 for a wrong
     * argument or option; 10200003 when there are too many workers (L-120); 10200007 when there is no such script.
     */
    constructor(scriptURL: string, options?: WorkerOptions);

    /** Called with 0 or 1 after the worker has stopped (L-44). */
    onexit?: ((code: number) => void) | undefined;
    /** Called with an exception that a message handler of the worker let out; the worker then stops (L-50). */
    onerror?: ErrorCallback;
    /** Called instead of {@link onerror} as soon as it is set, and for errors of script and timers too. Since API 18 (L-55). */
    onAllErrors?: ErrorCallback;
    /** Called with each message of the worker; looked up once for a batch of messages (L-24). */
    onmessage?: MessageHandler;
    /** Called, without an argument, when the host's own `postMessage` can't serialize its message. */
    onmessageerror?: MessageHandler;

    /**
     * Sends a message to the worker.
     * Errors: 401 without a message, or when `transfer` is no array (an explicit `undefined` too, E-21); 10200004 once the
     * worker is stopping; 10200006 when the message can't be serialized, after {@link onmessageerror} was called.
     */
    postMessage(message: Object, transfer: ArrayBuffer[]): void;
    postMessage(message: Object, options?: PostMessageOptions): void;

    /** Like {@link postMessage}, with Sendable objects shared rather than copied. Since API 12. */
    postMessageWithSharedSendable(message: Object, transfer?: ArrayBuffer[]): void;

    /**
     * Asks the worker to stop, after the messages posted before; its replies are dropped from now on (L-30, L-31).
     * Errors: 10200004 once the worker has stopped and `onexit` has run; before that a second call is silent (E-71).
     */
    terminate(): void;

    /** The same as {@link addEventListener}. */
    on(type: string, listener: WorkerEventListener): void;

    /**
     * Adds a listener for one event only; errors as for {@link addEventListener}. The third argument is not in the
     * platform's types: an object without `once: true` makes the listener permanent.
     */
    once(type: string, listener: WorkerEventListener, options?: ListenerOptions): void;

    /** The same as {@link removeEventListener}. */
    off(type: string, listener?: WorkerEventListener): void;

    /** Adds a listener; a duplicate is ignored. Errors: 401 for a wrong argument; 10200004 when the worker is gone. */
    addEventListener(type: string, listener: WorkerEventListener): void;

    /**
     * Removes one listener of a type, or all of them when `callback` is left out.
     * Errors: 401 for a wrong argument, also for an explicit `undefined` (E-33); 10200004 when the worker is gone.
     */
    removeEventListener(type: string, callback?: WorkerEventListener): void;

    /** Removes all listeners of all types. Errors: 10200004 when the worker is gone. */
    removeAllListener(): void;

    /**
     * Calls the handlers of `event.type` with the very object given, before it returns `true`.
     * Errors: 401 if there is no event or its `type` is no string; 10200004 when the worker is gone.
     */
    dispatchEvent(event: Event): boolean;

    /**
     * Makes the methods of an object callable from this worker; the same name again replaces it (E-35). Since API 11.
     * Errors: 401 unless there are two arguments, the first a string; 10200004 when the worker is gone.
     */
    registerGlobalCallObject(instanceName: string, globalCallObject: Object): void;

    /** Takes one registered object back, or all of them. Since API 11. Errors as for {@link registerGlobalCallObject}. */
    unregisterGlobalCallObject(instanceName?: string): void;

    /** Drops the messages that the worker hasn't read yet (L-34). No errors. Not in the platform's types. */
    cancelTasks(): void;
  }

  namespace worker {
    /** A worker thread, seen by the thread that made it. Since API 9. */
    export class ThreadWorker extends HostWorker {}

    /** @deprecated since API 9, for {@link ThreadWorker}; the two can't be mixed in one process (E-1). */
    export class Worker extends HostWorker {}

    /** A worker that may import the worker module only, for system applications. Since API 11. */
    export class RestrictedWorker extends HostWorker {}

    /** This thread's port to its host; `undefined` unless the thread is a ThreadWorker or RestrictedWorker. */
    export const workerPort: ThreadWorkerGlobalScope;

    /** This thread's port to its host; `undefined` unless the thread is a `Worker`. @deprecated since API 9. */
    export const parentPort: DedicatedWorkerGlobalScope;

    export { Priority, ThreadWorkerPriority };
  }

  export default worker;
}

// The star makes these fallbacks: where your project has its own declarations of the module (the SDK's, through `paths`,
// or a `declare module`), TypeScript uses those, and not this part of it. To add to a fallback, write in your own .d.ts:
//   declare module '@kit.ArkTS' { export { default as worker, MessageEvents } from '@ohos.worker'; export const util: … }

/** What `@kit.ArkTS` has for workers, and for the data that they share. */
declare module '@kit.ArkTS*' {
  export { default as collections } from '@arkts.collections';
  export { default as lang } from '@arkts.lang';
  export { default as ArkTSUtils } from '@arkts.utils';
  export {
    DedicatedWorkerGlobalScope,
    default as worker,
    ErrorEvent,
    Event,
    EventListener,
    EventTarget,
    MessageEvent,
    MessageEvents,
    PostMessageOptions,
    Priority,
    ThreadWorkerGlobalScope,
    ThreadWorkerPriority,
    WorkerEventListener,
    WorkerEventTarget,
    WorkerOptions,
  } from '@ohos.worker';
}

/** The types of the errors that `@ohos.worker` throws and of callbacks, so that code around workers compiles. */
declare module '@ohos.base*' {
  /** An error of the platform: an `Error` whose `name` is `'BusinessError'`, with a numeric code (E-0a). */
  export interface BusinessError<T = void> extends Error {
    code: number;
    /** Never there on errors of `@ohos.worker`. */
    data: T;
  }

  /** Called with a result. */
  export type Callback<T> = (data: T) => void;

  /** Called with an error alone, which may be any. */
  export type ErrorCallback<T extends Error = BusinessError> = (err: T) => void;

  /** Called with an error, or with a result. */
  export type AsyncCallback<T, E = void> = (err: BusinessError<E>, data: T) => void;
}

declare module '@kit.BasicServicesKit*' {
  export * from '@ohos.base';
}
