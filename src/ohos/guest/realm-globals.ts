import type { ThreadRules } from './rules';

/** What a worker realm's global functions need from outside. */
export interface GlobalPorts {
  /** Milliseconds on the world's clock. */
  readonly now: () => number;
  /** The wall clock's reading, in milliseconds since the Unix epoch. */
  readonly date: () => number;
  /** Numbers in [0, 1), the same ones in every run. */
  readonly random: () => number;
  /** Prints a line of the worker's console. */
  readonly print: (level: ConsoleLevel, args: readonly unknown[]) => void;
  /** Names and values of the process's environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The thread waits so many milliseconds, or for ever, for somebody to change what stands at an index. */
  readonly wait: (milliseconds: number, index: unknown, value: unknown) => void;
  /** Called when the script asks the process to end; it throws. */
  readonly exit: (code: unknown) => never;
}

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error' | 'trace';

/** Global variables by name; each value is made when it is first looked at, as most workers use few of them. */
export type LazyGlobals = Readonly<Record<string, () => unknown>>;

/** The globals of a worker's thread, and of Node's what Jest's module system needs. */
export function createGlobals(ports: GlobalPorts, rules: ThreadRules, workerName: string): LazyGlobals {
  Math.random = ports.random;
  Error.stackTraceLimit = 100;
  const started = { at: ports.now(), date: ports.date() };
  const { timers } = rules;
  const globals = {
    console: () => createConsole(ports),
    process: () => createProcess(ports),
    queueMicrotask: () => queueMicrotask,
    global: () => globalThis,
    Atomics: () => patchAtomics(ports.wait),
    Date: () => createDate(RealmDate, ports.date),
    performance: () => createPerformance(ports.now, started),
    setTimeout: () => named((...args: unknown[]) => timers.setTimeout(args), 'setTimeout'),
    setInterval: () => named((...args: unknown[]) => timers.setInterval(args), 'setInterval'),
    clearTimeout: () => named((...args: unknown[]) => timers.clearTimeout(args), 'clearTimeout'),
    clearInterval: () => named((...args: unknown[]) => timers.clearInterval(args), 'clearInterval'),
  };
  return workerName === '' ? globals : { ...globals, name: () => workerName };
}

/** Taken before the global variable leads to the fake. */
const RealmDate = Date;
const RealmAtomics = Atomics;

/**
 * What `Atomics.wait` would answer at once, it answers. Nobody else runs while it waits, so a wait always comes to its
 * end, if it has one.
 */
function patchAtomics(sleep: GlobalPorts['wait']): typeof Atomics {
  const { wait } = RealmAtomics;
  const patched = (array: Int32Array, index: number, value: number, timeout?: number): ReturnType<typeof wait> => {
    const answer = wait(array, index, value, 0);
    const milliseconds = Number(timeout);
    if (answer === 'timed-out' && !(milliseconds <= 0)) sleep(milliseconds, index, value);
    return answer;
  };
  RealmAtomics.wait = named(patched, 'wait') as typeof wait;
  return RealmAtomics;
}

function named<F extends object>(body: F, name: string): F {
  return Object.defineProperty(body, 'name', { value: name, configurable: true });
}

/** Counts from the thread's start. */
function createPerformance(now: () => number, started: { readonly at: number; readonly date: number }): object {
  return { now: () => now() - started.at, timeOrigin: started.date };
}

function queueMicrotask(callback: () => void): void {
  void Promise.resolve().then(callback);
}

function createConsole({ print }: GlobalPorts): object {
  const counts = new Map<string, number>();
  return {
    debug: (...args: unknown[]) => print('debug', args),
    log: (...args: unknown[]) => print('log', args),
    info: (...args: unknown[]) => print('info', args),
    warn: (...args: unknown[]) => print('warn', args),
    error: (...args: unknown[]) => print('error', args),
    trace: (...args: unknown[]) => print('trace', args),
    assert: (condition: unknown, ...args: unknown[]) => {
      if (!condition) print('error', ['Assertion failed', ...args]);
    },
    dir: (value: unknown) => print('log', [value]),
    table: (value: unknown) => print('log', [value]),
    count: (label = 'default') => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      print('log', [`${label}: ${count}`]);
    },
    group: (...args: unknown[]) => print('log', args),
    groupEnd: () => undefined,
    time: () => undefined,
    timeEnd: (label = 'default') => print('log', [`${label}: 0ms`]),
  };
}

function createProcess({ env, exit }: GlobalPorts): object {
  let ownEnv: Record<string, string | undefined> | undefined;
  return {
    get env() {
      ownEnv ??= { ...env };
      return ownEnv;
    },
    platform: 'ohos',
    version: '',
    versions: {},
    argv: [],
    execArgv: [],
    cwd: () => '/',
    exit,
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) => queueMicrotask(() => callback(...args)),
    on: () => undefined,
    emitWarning: () => undefined,
  };
}

/**
 * The realm's own `Date` with another notion of now. A bound function looks native, so that cloning knows its instances
 * for builtin ones; of a proxy it would not ask anything.
 */
function createDate(real: DateConstructor, now: () => number): DateConstructor {
  function date(...args: unknown[]): unknown {
    if (new.target === undefined) return new real(now()).toString();
    return Reflect.construct(real, args.length === 0 ? [now()] : args, new.target);
  }
  const hidden = (value: unknown) => ({ value, writable: true, enumerable: false, configurable: true });
  const prototype = { value: real.prototype };
  Object.defineProperty(date, 'prototype', prototype);
  const fake: unknown = Object.defineProperties(date.bind(undefined), {
    name: { value: real.name, configurable: true },
    length: { value: real.length, configurable: true },
    prototype,
    parse: hidden(real.parse),
    UTC: hidden(real.UTC),
    now: hidden({ now: () => now() }.now),
  });
  // Assigned: to define the property of a builtin prototype anew takes several times as long.
  real.prototype.constructor = fake as DateConstructor;
  return fake as DateConstructor;
}
