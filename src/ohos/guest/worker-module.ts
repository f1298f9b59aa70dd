import { type HostMethod, hostMethods, type PortMethod, portMethods, type ThreadRules, type WorkerKind } from './rules';

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
  const methods = hostMethodFunctions(rules);
  for (const { prototype } of Object.values(classes)) {
    for (const name of hostMethods) define(prototype, name, methods[name]);
  }
  return classes;
}

function hostMethodFunctions(rules: ThreadRules): Readonly<Record<HostMethod, unknown>> {
  const functions: Partial<Record<HostMethod, unknown>> = {};
  for (const name of hostMethods) {
    const rule = rules.host[name];
    functions[name] = named(name, function (this: unknown, ...args: unknown[]): unknown {
      return rule(this, args);
    });
  }
  return functions as Readonly<Record<HostMethod, unknown>>;
}

/** A plain object whose methods do not look at `this`. */
function createPort(rules: ThreadRules, workerName: string): object {
  const port: Record<string, unknown> = {};
  for (const name of portMethods) define(port, name, portFunction(name, rules));
  port.self = port;
  if (workerName !== '') port.name = workerName;
  return port;
}

function portFunction(name: PortMethod, rules: ThreadRules): unknown {
  const rule = rules.port[name];
  return named(name, (...args: unknown[]): unknown => rule(args));
}

/** A function called `name` that cannot be used as a constructor, as the platform's native ones. */
export function named<F extends (...args: never[]) => unknown>(name: string, body: F): F {
  return Object.defineProperty(body, 'name', { value: name, configurable: true });
}

/** The attributes of the platform's methods. */
function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: false });
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
