import { relative } from 'node:path';
import { inspect, types } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { Circus } from '@jest/types';
import type JestRuntime from 'jest-runtime';
import { Sendable } from '../arkts';
import { openProject } from '../project';
import type { Realm, RealmRequest, SourcePosition } from '../realm';
import type { TraceFile } from '../trace';
import { explainArkUiGlobals } from './arkui-globals';
import type { ExtensibleExpect, JestBridge } from './bridge';
import { bridgeKey } from './bridge-keys';
import { createChildRuntimeClass } from './child-runtime';
import { processWatchdog } from './create-watchdog';
import { compileScriptsForDebuggers } from './inspected-scripts';
import { isInspected } from './is-inspected';
import { internalsOf } from './jest-internals';
import { liftTimeout } from './lift-timeout';
import { hasStubs, loadModule } from './load-module';
import { ownFolder } from './own-files';
import { hideOwnFrames } from './own-frames';
import { ownMappings, shadowedMapping } from './own-mappings';
import { privateNamesOf } from './private-names';
import { processStepper } from './process-stepper';
import { realTime } from './real-time';
import { listArguments, nameArguments, type RuntimeArguments, type RuntimeParts } from './runtime-arguments';
import { ScopeTracker } from './scope-tracker';
import { Stepping } from './stepping';
import { assertCircus } from './test-runner';
import { TracePages } from './trace-pages';
import { UnhandledRejections } from './unhandled-rejections';
import { createRealmFamily, WorkerRealm, type WorkerRealmFamily } from './worker-realm';

type RequireRest = [options?: Parameters<JestRuntime['requireModule']>[2], isRequireActual?: boolean];
type CircusEvent = Circus.SyncEvent | Circus.AsyncEvent;

/** Jest's runtime, with worker realms. The test itself runs as it always does. */
export function createRuntimeClass(Runtime: typeof JestRuntime): typeof JestRuntime {
  const Child = createChildRuntimeClass(Runtime);
  return class FakeOhosWorkerRuntime extends Runtime {
    readonly #bridge: Bridge;

    constructor(...args: RuntimeArguments) {
      const parts = withoutAutomockOfOurs(nameArguments(args));
      super(...listArguments(parts));
      compileScriptsForDebuggers(this);
      if (parts.config.detectLeaks) collectAtOnce();
      const family = createRealmFamily(
        {
          runtime: this,
          parts,
          internals: internalsOf(this),
          ownMappings: ownMappings(parts.config),
          shortPath: (file) => shortPath(parts.config.rootDir, file),
        },
        Child,
      );
      this.#bridge = new Bridge(family);
      this.#bridge.attach();
    }

    override requireModuleOrMock<T = unknown>(from: string, name: string): T {
      // A module may have to be compiled first, in a handler, too.
      const load = () => processWatchdog().pause(() => super.requireModuleOrMock<T>(from, name));
      const { parts, shortPath } = this.#bridge.family;
      return loadModule(load, { name, from, show: shortPath }, hasStubs(parts.config));
    }

    /** Jest's runner loads the test file without saying who requires it. */
    override requireModule<T = unknown>(from: string, name?: string, ...rest: RequireRest): T {
      if (name !== undefined) return super.requireModule<T>(from, name, ...rest);
      try {
        const exports = super.requireModule<T>(from, name, ...rest);
        this.#bridge.fileLoaded(from, exports);
        return exports;
      } catch (error) {
        this.#bridge.explain([error]);
        throw error;
      }
    }

    override async unstable_importModule(from: string, name?: string): Promise<unknown> {
      if (name !== undefined) return super.unstable_importModule(from, name);
      try {
        const module = await super.unstable_importModule(from);
        this.#bridge.fileLoaded(from, Reflect.get(module as object, 'namespace'));
        return module;
      } catch (error) {
        this.#bridge.explain([error]);
        throw error;
      }
    }

    override setGlobalsForRuntime(globals: Parameters<JestRuntime['setGlobalsForRuntime']>[0]): void {
      this.#bridge.expect = globals.expect as unknown as ExtensibleExpect;
      super.setGlobalsForRuntime(globals);
    }

    override teardown(): void {
      this.#bridge.dispose();
      super.teardown();
    }
  };
}

/**
 * V8 keeps the hidden classes that optimized code has used for two more collections, and each of them the realm that it
 * comes from; Jest's leak detector makes one collection and calls whatever is left a leak.
 */
function collectAtOnce(): void {
  setFlagsFromString('--retain-maps-for-n-gc=0');
}

/** Relative to Jest's `rootDir`. */
function shortPath(rootDir: string, file: string): string {
  return relative(rootDir, file).replaceAll('\\', '/');
}

/** `automock` would otherwise replace the fake by a mock of itself. */
function withoutAutomockOfOurs(parts: RuntimeParts): RuntimeParts {
  const { config } = parts;
  const ours = escapeRegExp(ownFolder);
  const unmockedModulePathPatterns = [...(config.unmockedModulePathPatterns ?? []), ours];
  return { ...parts, config: { ...config, unmockedModulePathPatterns } };
}

function escapeRegExp(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

class Bridge implements JestBridge {
  expect: ExtensibleExpect | undefined;
  onUnhandledRejection: JestBridge['onUnhandledRejection'];
  testFileLoaded: JestBridge['testFileLoaded'];
  onTimersFaked: JestBridge['onTimersFaked'];
  readonly scopes = new ScopeTracker(realTime.nextTurn);
  readonly time = realTime;
  readonly watchdog = processWatchdog();
  readonly stepper = processStepper();
  readonly primitives = { types, structuredClone, inspect, privateNamesOf };
  #showOwnFrames: () => void = () => undefined;
  #tracePages: TracePages | undefined;
  #hasHeard = false;
  #hasTests = false;
  /** By the prototype of their promises. Weak: a worker that has stopped must not stay in memory until the file ends. */
  readonly #realms = new WeakMap<object, Realm>();
  readonly #stepping = this.stepper && new Stepping(this.stepper, () => this.family.parts.testPath);
  readonly #rejections = new UnhandledRejections((reason, promise) => this.#claimRejection(reason, promise));

  constructor(readonly family: WorkerRealmFamily) {}

  get rootDir(): string {
    return this.family.parts.config.rootDir;
  }

  get options(): unknown {
    return (this.family.parts.config.globals as Record<string, unknown>).fakeOhosWorker;
  }

  sourceOf(compiled: SourcePosition): SourcePosition | undefined {
    return this.family.positions.map(compiled);
  }

  get problem(): ReturnType<typeof shadowedMapping> {
    return shadowedMapping(this.family.parts.config);
  }

  createRealm(request: RealmRequest): Realm {
    const realm = new WorkerRealm(this.family, request);
    this.#realms.set(realm.promisePrototype, realm);
    return realm;
  }

  fileLoaded(file: string, exports: unknown): void {
    if (file !== this.family.parts.testPath || typeof exports !== 'object' || exports === null) return;
    this.testFileLoaded?.(exports as Readonly<Record<string, unknown>>, this.#hasTests);
  }

  explain(failures: unknown[]): void {
    explainArkUiGlobals(failures, this.family.parts.environment.global);
  }

  assertRunnerIsHeard(): void {
    if (!this.#hasHeard) assertCircus(this.family.parts.config, this.family.shortPath);
  }

  writeTracePage(folder: string, test: string, trace: TraceFile): string {
    const { config, testPath } = this.family.parts;
    this.#tracePages ??= new TracePages(config.rootDir, testPath);
    return this.#tracePages.write(folder, test, trace);
  }

  openProject(root: string | undefined): ReturnType<JestBridge['openProject']> {
    return openProject(this.rootDir, root === undefined ? {} : { root });
  }

  /** Makes the bridge known in the test's realm and listens to Circus through the environment. */
  attach(): void {
    const { environment } = this.family.parts;
    Object.defineProperty(environment.global, bridgeKey, { value: this, configurable: true });
    Object.defineProperty(environment.global, 'Sendable', { value: Sendable, writable: true, configurable: true });
    this.#listenToTimers();
    const original = environment.handleTestEvent;
    environment.handleTestEvent = (event: CircusEvent, state: Circus.State) => {
      const ready = this.#hear(event, state);
      const goOn = () => original?.call(environment, event as Circus.SyncEvent, state);
      return ready === undefined ? goOn() : ready.then(goOn);
    };
  }

  dispose(): void {
    this.#undo();
    this.scopes.end();
    const { config, globalConfig } = this.family.parts;
    // The watchdog's inspector keeps realms in memory that are older than itself; its thread counts as an open handle.
    if (config.detectLeaks || globalConfig.detectOpenHandles) this.watchdog.close();
    this.onUnhandledRejection = undefined;
    this.testFileLoaded = undefined;
    this.onTimersFaked = undefined;
  }

  /** Clocks that follow Jest's would otherwise stay behind with the timers that are gone. */
  #listenToTimers(): void {
    const timers = this.family.parts.environment.fakeTimersModern;
    if (!timers) return;
    const heard = <A extends unknown[]>(change: (...args: A) => void) => {
      return (...args: A): void => {
        this.onTimersFaked?.();
        change.apply(timers, args);
        this.onTimersFaked?.();
      };
    };
    timers.useFakeTimers = heard(timers.useFakeTimers);
    timers.clearAllTimers = heard(timers.clearAllTimers);
  }

  #hear(event: CircusEvent, state: Circus.State): Promise<void> | undefined {
    this.#hasHeard = true;
    if (event.name === 'add_test') this.#hasTests = true;
    if (event.name === 'setup') {
      this.#rejections.install();
      this.#showOwnFrames = hideOwnFrames(Error);
    }
    if (event.name === 'test_done') this.explain(event.test.errors);
    if (event.name === 'teardown') this.#undo();
    if (this.#stepping !== undefined || isInspected()) liftTimeout(event);
    this.#stepping?.handle(event);
    return this.scopes.handle(event, state);
  }

  /** Also when the test file could not be loaded, in which case Circus tells of no teardown. */
  #undo(): void {
    this.#rejections.uninstall();
    this.#showOwnFrames();
  }

  #claimRejection(reason: unknown, promise: Promise<unknown>): boolean {
    const realm = this.#realms.get(Object.getPrototypeOf(promise));
    if (realm === undefined || this.onUnhandledRejection === undefined) return false;
    this.onUnhandledRejection(realm, reason, promise);
    return true;
  }
}
