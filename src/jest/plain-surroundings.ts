import { inspect, types } from 'node:util';
import { describeProblem } from '../base';
import { openProject } from '../project';
import type { Surroundings, World } from '../world';
import type { ExtensibleExpect } from './bridge';
import { refuseConcurrentTest } from './concurrent-test';
import { createWatchdog } from './create-watchdog';
import { equalityOf } from './equality';
import { FakeTimers } from './fake-timers';
import { type ImportStack, ModuleRealm } from './module-realm';
import { ownsFile } from './own-files';
import { printWithoutOwnFrames } from './own-frames';
import { privateNamesOf } from './private-names';
import { realTime } from './real-time';
import { ScopeReport } from './scope-report';
import type { Scope } from './scope-tracker';
import { currentJest, loadInTest, printConsole } from './test-realm';

const withoutPreset = describeProblem({
  code: 'FOW_NO_PRESET',
  summary: "Workers run without the preset: they share the test's globals",
  facts: [
    'a worker has a module registry of its own, but no globals, timers, console or promise jobs of its own',
    'modules that it requires only after its script was loaded are the test’s own',
    'async handlers go on when the test yields, not inside step()',
  ],
  hint: "set `preset: 'fake-ohos-worker'`, or wrap your config in withFakeOhosWorker().",
});

interface TestHooks {
  readonly beforeEach?: (hook: () => void) => void;
  readonly afterEach?: (hook: () => void) => void;
  readonly afterAll?: (hook: () => void) => void;
  readonly expect?: ExtensibleExpect;
}

/** What the world needs, from nothing but the module system of the test's realm: `moduleNameMapper` alone. */
export function plainSurroundings(imports: ImportStack, world: () => World): Surroundings {
  const watchdog = createWatchdog();
  const globals = globalThis as TestHooks & { fakeOhosWorker?: unknown };
  const file: Scope = { kind: 'file', name: '' };
  let scope = file;
  let warned = false;
  const report = new ScopeReport(world);
  const end = (ended: Scope): void => {
    const errors = report.scopeEnded(ended, []);
    if (errors.length > 1) throw new AggregateError(errors, `${errors.length} errors of workers`);
    if (errors.length === 1) throw errors[0];
  };
  // Inside a test no hook can be defined: then everything lives until the file ends.
  if (globals.expect?.getState().currentTestName === undefined) {
    globals.beforeEach?.(() => {
      scope = { kind: 'test', name: globals.expect?.getState().currentTestName ?? '' };
    });
    globals.afterEach?.(() => {
      const ended = scope;
      scope = file;
      end(ended);
    });
    globals.afterAll?.(() => {
      watchdog.close();
      end(file);
    });
  }
  return {
    primitives: { types, structuredClone, inspect, privateNamesOf },
    createRealm: (request) => {
      if (!warned) printWithoutOwnFrames(() => console.warn(withoutPreset));
      warned = true;
      return new ModuleRealm(request, imports, currentJest(), loadInTest, watchdog);
    },
    openProject: (root) => openProject(process.cwd(), root === undefined ? {} : { root }),
    isOwnFile: ownsFile,
    sourceOf: () => undefined,
    watchdog,
    options: globals.fakeOhosWorker,
    currentScope: () => {
      refuseConcurrentTest(globals.expect?.getState());
      return scope;
    },
    nextTurn: realTime.nextTurn,
    realNow: realTime.now,
    realDate: realTime.date,
    activeResources: realTime.activeResources,
    fakeTime: new FakeTimers(globalThis as object),
    later: realTime.later,
    equals: equalityOf(() => globals.expect),
    print: printConsole,
    warn: (text) => printWithoutOwnFrames(() => console.warn(text)),
    debugger: undefined,
    env: process.env,
  };
}
