import type { HostMethod, PortMethod, ThreadRules, WorkerKind } from './rules';

/** Which name the module gives the port on this thread; `undefined` on the main thread. */
export type PortName = 'workerPort' | 'parentPort' | undefined;

type Method = (...args: never[]) => unknown;

/**
 * The parts of one thread's module, all of which belong to the realm that this code runs in. They are literals and
 * nothing more: in a new realm each operation is slow, so `ModuleAssembler` does the rest from outside.
 */
export interface ModuleParts {
  /** The native exports object, so far with the three classes. */
  readonly exports: Record<string, unknown>;
  readonly classes: Readonly<Record<WorkerKind, { readonly prototype: object }>>;
  /** One set for all three classes: each method works on the instances of all of them. */
  readonly hostMethods: Readonly<Record<HostMethod, Method>>;
  /** A plain object whose methods do not look at `this`. */
  readonly port: Record<PortMethod, Method> & Record<string, unknown>;
  readonly threadWorkerPriority: object;
  readonly priority: object;
}

export function createModuleParts(rules: ThreadRules): ModuleParts {
  const classes = createClasses(rules);
  return {
    exports: { ...classes },
    classes,
    hostMethods: createHostMethods(rules.host),
    port: createPort(rules.port),
    threadWorkerPriority: { HIGH: 0, MEDIUM: 1, LOW: 2, IDLE: 3, DEADLINE: 4, VIP: 5 },
    priority: { IMMEDIATE: 1, HIGH: 2, LOW: 3, IDLE: 4 },
  };
}

/**
 * Three unrelated classes, whose instances have nothing of their own. Written out: V8 names a class
 * as its source does when it is called without `new` (E-14).
 */
function createClasses(rules: ThreadRules): ModuleParts['classes'] {
  class ThreadWorker {
    constructor(...args: unknown[]) {
      rules.construct('ThreadWorker', this, args);
    }
  }
  class Worker {
    constructor(...args: unknown[]) {
      rules.construct('Worker', this, args);
    }
  }
  class RestrictedWorker {
    constructor(...args: unknown[]) {
      rules.construct('RestrictedWorker', this, args);
    }
  }
  return { ThreadWorker, Worker, RestrictedWorker };
}

function createHostMethods(host: ThreadRules['host']): ModuleParts['hostMethods'] {
  return {
    postMessage(...args) {
      return host.postMessage(this, args);
    },
    postMessageWithSharedSendable(...args) {
      return host.postMessageWithSharedSendable(this, args);
    },
    terminate(...args) {
      return host.terminate(this, args);
    },
    on(...args) {
      return host.on(this, args);
    },
    registerGlobalCallObject(...args) {
      return host.registerGlobalCallObject(this, args);
    },
    unregisterGlobalCallObject(...args) {
      return host.unregisterGlobalCallObject(this, args);
    },
    once(...args) {
      return host.once(this, args);
    },
    off(...args) {
      return host.off(this, args);
    },
    addEventListener(...args) {
      return host.addEventListener(this, args);
    },
    dispatchEvent(...args) {
      return host.dispatchEvent(this, args);
    },
    removeEventListener(...args) {
      return host.removeEventListener(this, args);
    },
    removeAllListener(...args) {
      return host.removeAllListener(this, args);
    },
    cancelTasks(...args) {
      return host.cancelTasks(this, args);
    },
  };
}

function createPort(port: ThreadRules['port']): ModuleParts['port'] {
  return {
    postMessage: (...args) => port.postMessage(args),
    postMessageWithSharedSendable: (...args) => port.postMessageWithSharedSendable(args),
    postMessageAtFront: (...args) => port.postMessageAtFront(args),
    callGlobalCallObjectMethod: (...args) => port.callGlobalCallObjectMethod(args),
    close: (...args) => port.close(args),
    cancelTasks: (...args) => port.cancelTasks(args),
    addEventListener: (...args) => port.addEventListener(args),
    dispatchEvent: (...args) => port.dispatchEvent(args),
    removeEventListener: (...args) => port.removeEventListener(args),
    removeAllListener: (...args) => port.removeAllListener(args),
  };
}
