import { type ThreadRules, timerFunctions } from './rules';
import { named } from './worker-module';

/** What a worker realm's global functions need from outside. */
export interface GlobalPorts {
  /** Milliseconds since the epoch, on the world's clock. */
  readonly now: () => number;
  /** Numbers in [0, 1), the same ones in every run. */
  readonly random: () => number;
  /** Prints a line of the worker's console. */
  readonly print: (level: ConsoleLevel, args: readonly unknown[]) => void;
  /** Names and values of the process's environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Called when the script asks the process to end; it throws. */
  readonly exit: (code: unknown) => never;
}

const consoleLevels = ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const;
export type ConsoleLevel = (typeof consoleLevels)[number];

/** The globals of a worker's thread, and of Node's what Jest's module system needs. */
export function createGlobals(ports: GlobalPorts, rules: ThreadRules, workerName: string): Record<string, unknown> {
  Math.random = ports.random;
  Error.stackTraceLimit = 100;
  const started = ports.now();
  const globals: Record<string, unknown> = {
    console: createConsole(ports),
    process: createProcess(ports),
    queueMicrotask,
    global: globalThis,
    Date: createDate(Date, ports.now),
    performance: { now: () => ports.now() - started, timeOrigin: started },
  };
  for (const name of timerFunctions) {
    const rule = rules.timers[name];
    globals[name] = named(name, (...args: unknown[]): unknown => rule(args));
  }
  if (workerName !== '') globals.name = workerName;
  return globals;
}

function queueMicrotask(callback: () => void): void {
  void Promise.resolve().then(callback);
}

function createConsole({ print }: GlobalPorts): object {
  const result: Record<string, unknown> = {};
  for (const level of consoleLevels) result[level] = named(level, (...args: unknown[]): void => print(level, args));
  result.assert = (condition: unknown, ...args: unknown[]): void => {
    if (condition !== true && !condition) print('error', ['Assertion failed', ...args]);
  };
  result.dir = (value: unknown): void => print('log', [value]);
  result.table = (value: unknown): void => print('log', [value]);
  const counts = new Map<string, number>();
  result.count = (label = 'default'): void => {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    print('log', [`${label}: ${count}`]);
  };
  result.group = (...args: unknown[]): void => print('log', args);
  result.groupEnd = (): void => undefined;
  result.time = (): void => undefined;
  result.timeEnd = (label = 'default'): void => print('log', [`${label}: 0ms`]);
  return result;
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

/** The realm's own `Date` with another notion of now. */
function createDate(real: DateConstructor, now: () => number): DateConstructor {
  function date(...args: unknown[]): unknown {
    if (new.target === undefined) return new real(now()).toString();
    return Reflect.construct(real, args.length === 0 ? [now()] : args, new.target);
  }
  Object.defineProperty(date, 'prototype', { value: real.prototype });
  // Bound, so that it looks native: cloning takes the class of a native constructor for a builtin one.
  const fake = named('Date', date.bind(undefined));
  Object.defineProperty(fake, 'length', { value: real.length, configurable: true });
  Object.defineProperty(fake, 'prototype', { value: real.prototype, writable: false });
  for (const name of ['parse', 'UTC'] as const) define(fake, name, real[name]);
  define(
    fake,
    'now',
    named('now', () => now()),
  );
  define(real.prototype, 'constructor', fake);
  return fake as unknown as DateConstructor;
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
}
