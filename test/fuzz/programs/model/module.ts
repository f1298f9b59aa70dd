import { check } from './checks';
import { hostCalls } from './host-calls';
import { type Code, platformError } from './platform-error';
import { portCalls } from './port-calls';
import type { ModelProcess } from './process';
import type { ModelThread } from './thread';
import { ModelWorker, type Properties, type WorkerKind } from './worker';

/** Evaluates a script: the actor of its thread begins. */
export type Evaluate = (url: string, worker: ModelWorker) => void;

const mixing: Readonly<Record<WorkerKind, string>> = {
  ThreadWorker: 'Using both Worker and ThreadWorker is not supported.',
  RestrictedWorker: 'Using both Worker and LimitedWorker is not supported.',
  Worker: 'Using both Worker and other Workers is not supported.',
};

/** The module object of one thread. */
export function createModule(thread: ModelThread, isScript: (url: string) => boolean, evaluate: Evaluate): Properties {
  const classOf = (kind: WorkerKind) => createClass(thread, kind, isScript, evaluate);
  const module: Properties = {
    ThreadWorker: classOf('ThreadWorker'),
    Worker: classOf('Worker'),
    RestrictedWorker: classOf('RestrictedWorker'),
  };
  const { worker } = thread;
  if (worker !== undefined) module[worker.kind === 'Worker' ? 'parentPort' : 'workerPort'] = createPort(worker);
  return module;
}

function createPort(worker: ModelWorker): Properties {
  for (const [name, call] of Object.entries(portCalls)) {
    worker.port[name] = (...args: unknown[]) => counted(worker.process, `port.${name}`, () => call(args, worker));
  }
  return worker.port;
}

function createClass(
  thread: ModelThread,
  kind: WorkerKind,
  isScript: (url: string) => boolean,
  evaluate: Evaluate,
): unknown {
  const natives = new WeakMap<object, ModelWorker>();
  const make = (args: readonly unknown[], hostObject: Properties): ModelWorker | undefined =>
    construct(thread, kind, args, hostObject, isScript, evaluate);
  class Host {
    [name: string]: unknown;
    constructor(...args: unknown[]) {
      const worker = counted(thread.process, undefined, () => make(args, this));
      if (worker !== undefined) natives.set(this, worker);
    }
  }
  for (const [name, call] of Object.entries(hostCalls)) {
    Host.prototype[name] = function (this: object, ...args: unknown[]): unknown {
      return counted(thread.process, `host.${name}`, () => call(args, natives.get(this), thread.process));
    };
  }
  return Host;
}

/** A call of the platform, and the code of the error that it threw, count for the coverage. */
function counted<T>(process: ModelProcess, name: `host.${string}` | `port.${string}` | undefined, call: () => T): T {
  if (name !== undefined) process.seen(name);
  try {
    return call();
  } catch (error) {
    const { code } = (error ?? {}) as { code?: Code };
    if (code !== undefined) process.seen(`code ${code}`);
    throw error;
  }
}

/** E-1 to E-16, in the order of the checks; `undefined` for a dead instance (E-8, E-9). */
function construct(
  thread: ModelThread,
  kind: WorkerKind,
  args: readonly unknown[],
  hostObject: Properties,
  isScript: (url: string) => boolean,
  evaluate: Evaluate,
): ModelWorker | undefined {
  const { process } = thread;
  const version = kind === 'Worker' ? 'old' : 'new';
  process.version ??= version;
  if (process.version !== version) throw platformError(10200003, mixing[kind]);
  const [url, options] = args;
  check(args.length >= 1, 'the number of parameters must be more than 1.');
  check(typeof url === 'string', 'the type of the first param must be string.');
  const isObject = typeof options === 'object' && options !== null;
  if (args.length === 2 && !isObject) {
    process.seen('dead instance');
    return undefined;
  }
  // With three arguments the options are not looked at (E-8b).
  const given: Properties = args.length === 2 ? (options as Properties) : {};
  const problem = optionsProblem(given, kind);
  if (problem !== undefined) {
    if (process.version === 'new') check(false, problem);
    process.seen('dead instance');
    return undefined;
  }
  check(given.type === undefined || given.type === 'classic', 'the type must be classic, unsupport others now.');
  const what = kind === 'RestrictedWorker' ? 'limiteworkers' : 'workers';
  if (process.living(kind) >= process.limits[kind] || process.living() >= process.limits.total) {
    process.seen('too many workers');
    throw platformError(10200003, `the number of ${what} exceeds the maximum.`);
  }
  if (!isScript(url as string)) throw platformError(10200007, "the file path is invaild, can't find the file.");
  process.seen(`new ${kind}${thread.isMain ? '' : ', nested'}`);
  const name = (given.name as string | undefined) ?? '';
  const worker: ModelWorker = new ModelWorker(process, thread, kind, hostObject, name, () =>
    evaluate(url as string, worker),
  );
  return worker;
}

/** Rows of path V: nothing is thrown with the old class. */
function optionsProblem(options: Properties, kind: WorkerKind): string | undefined {
  const { name, type, priority } = options;
  if (kind !== 'Worker' && 'priority' in options && !isPriority(priority)) return 'the priority value is invalid';
  if (name !== undefined && typeof name !== 'string') return 'the type of name must be string.';
  if (type !== undefined && typeof type !== 'string') return "the type of type's value must be string.";
  return undefined;
}

function isPriority(value: unknown): boolean {
  return typeof value === 'number' && (value | 0) >= 0 && (value | 0) <= 5;
}
