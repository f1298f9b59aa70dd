import { hostMethods, portMethods, type ThreadRules, type WorkerKind } from './rules';

/** Which name the module gives the port on this thread; `undefined` on the main thread. */
export type PortName = 'workerPort' | 'parentPort' | undefined;

export interface WorkerModule {
  /** The native exports object: what `import worker from '@ohos.worker'` gives. */
  readonly exports: Record<string, unknown>;
  /** `undefined` on the main thread. */
  readonly port: object | undefined;
}

/** Makes the module object of one thread; all its functions belong to the realm that this code runs in. */
export function createWorkerModule(rules: ThreadRules, portName: PortName, workerName: string): WorkerModule {
  const exports: Record<string, unknown> = { ...hostClasses(rules) };
  hide(exports, 'ThreadWorkerPriority', enumeration({ HIGH: 0, MEDIUM: 1, LOW: 2, IDLE: 3, DEADLINE: 4, VIP: 5 }));
  hide(exports, 'Priority', enumeration({ IMMEDIATE: 1, HIGH: 2, LOW: 3, IDLE: 4 }));
  if (portName === undefined) return { exports, port: undefined };
  const port = createPort(rules, workerName);
  exports[portName] = port;
  return { exports, port };
}

/**
 * Three unrelated classes with the same methods, whose instances have nothing of their own. Written
 * out: V8 names a class as its source does when it is called without `new` (E-14).
 */
function hostClasses(rules: ThreadRules): Readonly<Record<WorkerKind, object>> {
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
  const classes = { ThreadWorker, Worker, RestrictedWorker };
  const methods = hostMethodProperties(rules);
  for (const { prototype } of Object.values(classes)) {
    Object.defineProperties(prototype, methods);
  }
  return classes;
}

/** One set for all three classes: each method works on the instances of all of them. */
function hostMethodProperties(rules: ThreadRules): PropertyDescriptorMap {
  return methodProperties(hostMethods, (name) => {
    const rule = rules.host[name];
    return function (this: unknown, ...args: unknown[]): unknown {
      return rule(this, args);
    };
  });
}

/** A plain object whose methods do not look at `this`. */
function createPort(rules: ThreadRules, workerName: string): object {
  const port: Record<string, unknown> = {};
  const methods = methodProperties(portMethods, (name) => {
    const rule = rules.port[name];
    return (...args: unknown[]): unknown => rule(args);
  });
  Object.defineProperties(port, methods);
  port.self = port;
  if (workerName !== '') port.name = workerName;
  return port;
}

/** A function called `name` that cannot be used as a constructor, as the platform's native ones. */
export function named<F extends (...args: never[]) => unknown>(name: string, body: F): F {
  return Object.defineProperty(body, 'name', { value: name, configurable: true });
}

/** The attributes of the platform's methods. */
function methodProperties<N extends string>(
  names: readonly N[],
  make: (name: N) => (...args: never[]) => unknown,
): PropertyDescriptorMap {
  const properties: PropertyDescriptorMap = {};
  for (const name of names) {
    properties[name] = { value: named(name, make(name)), writable: true, enumerable: false, configurable: false };
  }
  return properties;
}

function hide(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: false, enumerable: false, configurable: false });
}

/** Members are fixed and hidden, and there is no reverse mapping. */
function enumeration(members: Readonly<Record<string, number>>): object {
  const result = {};
  for (const name of Object.keys(members)) hide(result, name, members[name]);
  return result;
}
