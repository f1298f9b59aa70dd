/** What user code sees of `@ohos.worker`, typed loosely: tests call it in every wrong way. */
export type Handler = (...args: never[]) => unknown;

type Method = (...args: unknown[]) => unknown;

export interface HostWorker {
  onmessage?: Handler | undefined;
  onmessageerror?: Handler | undefined;
  onerror?: Handler | undefined;
  onexit?: Handler | undefined;
  onAllErrors?: Handler | undefined;
  readonly postMessage: Method;
  readonly postMessageWithSharedSendable: Method;
  readonly terminate: Method;
  readonly on: Method;
  readonly once: Method;
  readonly off: Method;
  readonly addEventListener: Method;
  readonly removeEventListener: Method;
  readonly removeAllListener: Method;
  readonly dispatchEvent: Method;
  readonly registerGlobalCallObject: Method;
  readonly unregisterGlobalCallObject: Method;
  readonly cancelTasks: Method;
}

export interface Port {
  onmessage?: Handler | undefined;
  onmessageerror?: Handler | undefined;
  onerror?: Handler | undefined;
  onclose?: Handler | undefined;
  readonly name?: string;
  readonly self: Port;
  readonly postMessage: Method;
  readonly postMessageWithSharedSendable: Method;
  readonly postMessageAtFront: Method;
  readonly callGlobalCallObjectMethod: Method;
  readonly close: Method;
  readonly cancelTasks: Method;
  readonly addEventListener: Method;
  readonly removeEventListener: Method;
  readonly removeAllListener: Method;
  readonly dispatchEvent: Method;
}

export type WorkerClass = new (...args: unknown[]) => HostWorker;

/** The default export of `@ohos.worker`; the port is there on the thread that it belongs to. */
export interface WorkerModule {
  readonly ThreadWorker: WorkerClass;
  readonly Worker: WorkerClass;
  readonly RestrictedWorker: WorkerClass;
  readonly ThreadWorkerPriority: Readonly<Record<string, number>>;
  readonly Priority: Readonly<Record<string, number>>;
  readonly workerPort: Port;
  readonly parentPort: Port;
}

/** A worker realm's global object, with what {@link inlineWorld} adds for the test. */
export interface WorkerGlobals {
  /** Appends to the world's log. */
  readonly log: (...entries: unknown[]) => void;
  /** What became of a call, as text: see `outcomeOf`. */
  readonly attempt: (act: () => unknown) => string;
  readonly setTimeout: (...args: unknown[]) => number;
  readonly setInterval: (...args: unknown[]) => number;
  readonly clearTimeout: (...args: unknown[]) => void;
  readonly clearInterval: (...args: unknown[]) => void;
  [name: string]: unknown;
}
