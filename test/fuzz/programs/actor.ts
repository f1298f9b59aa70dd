import type { HostWorker, Port, WorkerClass, WorkerModule } from '../../world/support/platform-objects';
import type { Action, Argument, Assigned, Made, Program } from './program';

/** What all actors of one run share. */
export interface Stage {
  readonly program: Program;
  /** What could be observed so far. */
  readonly lines: string[];
  /** How many more actions the whole program may perform: it bounds programs that feed themselves. */
  fuel: number;
  /** The last number that was given to a message. */
  lastNumber: number;
  /** How many threads have begun. */
  threads: number;
}

/** What an actor needs of its thread; the fake and the model both give it. */
export interface ActorPorts {
  readonly stage: Stage;
  readonly module: WorkerModule;
  /** `undefined` on the main thread, whose promise jobs and timers are the test's. */
  readonly loop:
    | {
        readonly job: (act: () => void) => void;
        readonly setTimeout: (...args: unknown[]) => unknown;
        readonly setInterval: (...args: unknown[]) => unknown;
        readonly clearTimeout: (...args: unknown[]) => unknown;
      }
    | undefined;
}

/** What performs the actions of one thread. */
export interface Actor {
  act(action: Action): void;
  perform(routine: number): void;
  show(value: unknown): string;
}

/**
 * Makes the interpreter for one thread. It is evaluated from its source in the realms of workers, so it sees nothing
 * outside of itself.
 */
export function createActor(ports: ActorPorts): Actor {
  // biome-ignore lint/suspicious/noRedundantUseStrict: the source is evaluated as a script
  'use strict';
  const { stage, module, loop } = ports;
  const name = loop === undefined ? 'host' : `t${++stage.threads}`;
  const port = (module.workerPort ?? module.parentPort) as Port | undefined;
  const children: HostWorker[] = [];
  const functions = new Map<number, (...args: unknown[]) => void>();
  const remotes = new Map<number, object>();
  const timers: unknown[] = [];
  const log = (line: string): void => void stage.lines.push(`${name} ${line}`);

  function show(value: unknown, depth = 0): string {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'function') return 'a function';
    if (typeof value !== 'object' || value === null) return String(value);
    if (value === port) return 'port';
    const child = children.indexOf(value as HostWorker);
    if (child >= 0) return `c${child}`;
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (kind === 'Error') return showError(value as Error & { code?: unknown });
    if (kind === 'Promise' || depth > 3) return kind;
    if (Array.isArray(value)) return `[${value.map((item) => show(item, depth + 1)).join(', ')}]`;
    return `{${Object.entries(value)
      .filter(([key]) => key !== 'filename' && key !== 'lineno' && key !== 'colno')
      .map(
        ([key, item]) => `${key}: ${key === 'backtrace' || key === 'timeStamp' ? typeof item : show(item, depth + 1)}`,
      )
      .join(', ')}}`;
  }

  function showError({ name: title, message, code }: Error & { code?: unknown }): string {
    return `${title}${code === undefined ? '' : ` ${code}`}(${message})`;
  }

  function showThis(value: unknown): string {
    return [...remotes.values()].includes(value as object) ? 'remote' : show(value);
  }

  function functionOf(routine: number): (...args: unknown[]) => void {
    const known = functions.get(routine);
    if (known !== undefined) return known;
    function handler(this: unknown, ...args: unknown[]): void {
      if (stage.fuel-- <= 0) return;
      log(`r${routine}(${args.map((arg) => show(arg)).join(', ')}) this=${showThis(this)}`);
      perform(routine);
    }
    functions.set(routine, handler);
    return handler;
  }

  function remoteOf(routine: number): object {
    const known = remotes.get(routine);
    if (known !== undefined) return known;
    const told = (method: string, args: readonly unknown[]): void =>
      log(`remote ${method}(${args.map((arg) => show(arg)).join(', ')})`);
    const remote = {
      notAFunction: 7,
      echo(this: unknown, ...args: unknown[]): unknown {
        told('echo', args);
        return { args, own: this === remote };
      },
      act: functionOf(routine),
      boom(): void {
        told('boom', []);
        throw new Error(`boom ${++stage.lastNumber}`);
      },
      boomValue(): void {
        told('boomValue', []);
        throw ++stage.lastNumber;
      },
      async asynchronous(): Promise<void> {
        told('asynchronous', []);
      },
      *generator(): Generator<number> {
        told('generator', []);
        yield 1;
      },
      returnsFunction: () => () => 0,
      returnsPromise: () => Promise.resolve(1),
    };
    remotes.set(routine, remote);
    return remote;
  }

  function make(what: Made): unknown {
    switch (what) {
      case 'next':
        return ++stage.lastNumber;
      case 'object':
        return { n: ++stage.lastNumber, list: [null, 'text'] };
      case 'error':
        return new Error(`error ${++stage.lastNumber}`);
      case 'typeError':
        return new TypeError(`error ${++stage.lastNumber}`);
      case 'function':
        return () => 0;
      case 'symbol':
        return Symbol('s');
      case 'promise':
        return Promise.resolve(1);
      case 'holdsFunction':
        return { n: ++stage.lastNumber, held: () => 0 };
      case 'list':
        return [];
      case 'badList':
        return [1];
      case 'noTransfer':
        return {};
      case 'badTransfer':
        return { transfer: null };
      case 'once':
        return { once: true };
      case 'NaN':
        return Number.NaN;
      default:
        return undefined;
    }
  }

  function optionsOf(variant: 'none' | 'name' | 'module' | 'badName' | 'badPriority'): unknown {
    if (variant === 'name') return { name: 'named' };
    if (variant === 'module') return { type: 'module' };
    if (variant === 'badName') return { name: 7 };
    if (variant === 'badPriority') return { priority: 6 };
    return {};
  }

  function evaluate(argument: Argument): unknown {
    if (typeof argument !== 'object' || argument === null) return argument;
    if ('fn' in argument) return functionOf(argument.fn);
    if ('event' in argument) return { type: argument.event };
    if ('options' in argument) return optionsOf(argument.options);
    if ('remote' in argument) return remoteOf(argument.remote);
    return make(argument.make);
  }

  function attempt(title: string, args: readonly unknown[], call: () => unknown, caught: boolean): void {
    const told = `${title}(${args.map((arg) => (typeof arg === 'object' && remoteNamed(arg)) || show(arg)).join(', ')})`;
    log(told);
    try {
      const result = call();
      log(`${told} = ${show(result)}`);
    } catch (error) {
      log(`${told} threw ${show(error)}`);
      if (!caught) throw error;
    }
  }

  function remoteNamed(value: unknown): string | undefined {
    return [...remotes.values()].includes(value as object) ? 'remote' : undefined;
  }

  function construct(title: 'ThreadWorker' | 'Worker' | 'RestrictedWorker', args: readonly unknown[]): void {
    const Class: WorkerClass = module[title];
    attempt(`new ${title}`, args, () => void children.push(new Class(...args)), true);
  }

  function childAt(index: number): HostWorker | undefined {
    return children[index % Math.max(1, children.length)];
  }

  function call(
    target: HostWorker | Port | undefined,
    method: string,
    args: readonly Argument[],
    caught: boolean,
  ): void {
    if (target === undefined) return;
    const values = args.map(evaluate);
    const callee = (target as unknown as Record<string, (...args: unknown[]) => unknown>)[method];
    if (callee === undefined) return;
    attempt(`${show(target)}.${method}`, values, () => callee.apply(target, values), caught);
  }

  function assign(target: object | undefined, property: string, to: Assigned): void {
    if (target === undefined) return;
    const properties = target as Record<string, unknown>;
    if (to === 'delete') delete properties[property];
    else properties[property] = to === 'undefined' ? undefined : to === 'five' ? 5 : functionOf(to.fn);
  }

  function setTimer(repeat: boolean, delay: number, routine: number): void {
    if (loop === undefined) return;
    const set = repeat ? loop.setInterval : loop.setTimeout;
    timers.push(set(functionOf(routine), delay, 'extra'));
  }

  function act(action: Action): void {
    switch (action.do) {
      case 'construct':
        return construct(action.class, action.args.map(evaluate));
      case 'host':
      case 'host!':
        return call(childAt(action.worker), action.call, action.args, action.do === 'host');
      case 'port':
      case 'port!':
        return call(port, action.call, action.args, action.do === 'port');
      case 'setHost':
        return assign(childAt(action.worker), action.handler, action.to);
      case 'setPort':
        return assign(port, action.handler, action.to);
      case 'throw':
        throw make(action.what);
      case 'timer':
        return setTimer(action.repeat, action.delay, action.routine);
      case 'clear':
        if (timers.length > 0) loop?.clearTimeout(timers[action.timer % timers.length]);
        return;
      case 'job':
        return loop?.job(() => functionOf(action.routine)());
      case 'await':
        return;
    }
  }

  function perform(routine: number): void {
    actAll(stage.program.routines[routine] ?? []);
  }

  function actAll(actions: readonly Action[]): void {
    for (const [index, action] of actions.entries()) {
      if (stage.fuel-- <= 0) return;
      if (action.do === 'await' && loop !== undefined) return loop.job(() => actAll(actions.slice(index + 1)));
      act(action);
    }
  }

  if (loop !== undefined) log('begins');
  return { act, perform, show };
}
