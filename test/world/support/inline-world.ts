import { inspect, types } from 'node:util';
import { expect } from '@jest/globals';
import type { TaskDebugger } from '../../../src/debug';
import type { ExtensibleExpect } from '../../../src/jest/bridge';
import { equalityOf } from '../../../src/jest/equality';
import { FakeTimers } from '../../../src/jest/fake-timers';
import type { Project, ScriptResolution } from '../../../src/project';
import { Watchdog } from '../../../src/realm';
import { type FakeOhosWorkerOptions, type Surroundings, Workers, World } from '../../../src/world';
import { bundle } from './bundle';
import { InlineRealm, type InlineScript, isOwnFile } from './inline-realm';
import { outcomeOf } from './outcome';
import type { WorkerModule } from './platform-objects';

/** A script that is missing although its URL can't be refused (P-40, P-64). */
export interface MissingScript {
  readonly missing: 'stage' | 'fa';
}

export interface InlineWorld {
  readonly world: World;
  readonly workers: Workers;
  /** The main thread's `@ohos.worker`. */
  readonly worker: WorkerModule;
  /** What tests and worker scripts wrote down, in order. */
  readonly log: unknown[];
  /** Consoles of workers: `level worker: text`. */
  readonly printed: string[];
  /** What was said to the user. */
  readonly warned: string[];
  /** URL and calling file of each script that was looked for. */
  readonly lookups: (readonly [url: string, callingFile: string | undefined])[];
  /** Performs everything that is due, then answers the log. */
  run(): unknown[];
  /** As {@link run}; what was thrown to the test is written down as `uncaught: …`. */
  runThrough(): unknown[];
}

/** Its thread begins with the first world that limits the time of handlers. */
const watchdog = new Watchdog(
  {
    get code() {
      return bundle('src/realm/watchdog-thread.ts');
    },
  },
  '/package/guest.js.guarded-call',
);

const projectFolder = '/project';

/**
 * A world without Jest's runtime: real contexts, worker scripts written inside the test. `scripts` are keyed by URL;
 * any other URL is refused. `globals` are there in the realms of all workers.
 *
 * @example
 * const { worker, run } = inlineWorld({
 *   'w.ts': ({ workerPort }, { log }) => {
 *     workerPort.onmessage = ({ data }: { data: string }) => log(data);
 *   },
 * });
 * new worker.ThreadWorker('w.ts').postMessage('hello');
 * run(); // ['hello']
 */
export function inlineWorld(
  scripts: Readonly<Record<string, InlineScript | MissingScript>>,
  options: FakeOhosWorkerOptions = {},
  globals: Readonly<Record<string, unknown>> = {},
  taskDebugger?: TaskDebugger,
): InlineWorld {
  const log: unknown[] = [];
  const printed: string[] = [];
  const warned: string[] = [];
  const lookups: (readonly [string, string | undefined])[] = [];
  const additions = { log: (...entries: unknown[]) => void log.push(...entries), attempt: outcomeOf, ...globals };
  const scope = { kind: 'test', name: 'inline' };
  const surroundings: Surroundings = {
    primitives: { types, structuredClone, inspect },
    createRealm: (request) => new InlineRealm(request, (file) => scriptAt(scripts, file), additions),
    openProject: () => inlineProject(scripts, (url, callingFile) => lookups.push([url, callingFile])),
    isOwnFile,
    sourceOf: () => undefined,
    watchdog,
    options: { maxHandlerTime: 0, ...options },
    currentScope: () => scope,
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    realNow: () => 0,
    realDate: () => 0,
    activeResources: () => [],
    fakeTime: new FakeTimers(globalThis as object),
    later: () => () => undefined,
    equals: equalityOf(() => expect as unknown as ExtensibleExpect),
    print: (level, name, args) => printed.push(`${level} ${name}: ${args.map(String).join(' ')}`),
    warn: (text) => warned.push(text),
    debugger: taskDebugger,
    env: { GREETING: 'hello' },
  };
  const world = new World(surroundings);
  const workers = new Workers(world);
  const run = (): unknown[] => {
    workers.run();
    return log;
  };
  const runThrough = (): unknown[] => {
    for (let going = true; going; ) {
      const outcome = outcomeOf(() => workers.run().delivered);
      going = outcome.startsWith('threw ');
      if (going) log.push(outcome.replace('threw ', 'uncaught: '));
    }
    return log;
  };
  const { default: worker } = world.mainKit.imports.get('@ohos.worker') as { default: WorkerModule };
  return { world, workers, worker, log, printed, warned, lookups, run, runThrough };
}

function inlineProject(
  scripts: Readonly<Record<string, InlineScript | MissingScript>>,
  hear: (url: string, callingFile: string | undefined) => void,
): Project {
  return {
    root: projectFolder,
    modules: [],
    relative: (file) => file.replace(`${projectFolder}/`, ''),
    resolveScript: (url, callingFile) => {
      hear(url, callingFile);
      return resolution(scripts[url], url);
    },
  };
}

function resolution(script: InlineScript | MissingScript | undefined, url: string): ScriptResolution {
  const problem = { code: 'FOW_TEST', summary: `no inline script ${url}` };
  if (script === undefined) return { kind: 'refused', problem };
  if (typeof script === 'object') return { kind: 'missing', model: script.missing, record: url, problem };
  return { kind: 'found', model: 'stage', file: `${projectFolder}/${url}`, record: url, notes: [] };
}

function scriptAt(
  scripts: Readonly<Record<string, InlineScript | MissingScript>>,
  file: string,
): InlineScript | undefined {
  const script = scripts[file.replace(`${projectFolder}/`, '')];
  return typeof script === 'object' ? undefined : script;
}
