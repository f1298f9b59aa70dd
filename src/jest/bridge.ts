import type { ToolErrorParts } from '../base';
import type { ClonePrimitives } from '../clone';
import type { Stepper } from '../debug';
import type { Project } from '../project';
import type { Realm, RealmRequest, SourcePosition, Watchdog } from '../realm';
import type { TraceFile } from '../trace';
import type { TestState } from './concurrent-test';
import type { realTime } from './real-time';
import type { ScopeTracker } from './scope-tracker';

/** Jest's `expect`, as far as we need it. */
export interface ExtensibleExpect {
  extend(matchers: object): void;
  /** Absent in Jest's `expect` by itself, without snapshots. */
  addSnapshotSerializer?(serializer: object): void;
  getState(): TestState;
}

/** What the world in the test's realm asks of our Jest runtime, which lives outside it. */
export interface JestBridge {
  createRealm(request: RealmRequest): Realm;
  openProject(root: string | undefined): Project;
  /** Absolute: Jest's `rootDir`. */
  readonly rootDir: string;
  /** What the Jest config's `globals.fakeOhosWorker` holds. */
  readonly options: unknown;
  /** What is wrong with the configuration, to be told to the user. */
  readonly problem: ToolErrorParts | undefined;
  readonly scopes: ScopeTracker;
  /** Without the events of the test runner nobody knows when tests begin and end. Throws `FOW_TEST_RUNNER_UNKNOWN`. */
  assertRunnerIsHeard(): void;
  /** The real event loop and clock, whatever the test has faked. */
  readonly time: typeof realTime;
  /** Of the outer realm: some test environments lack them. */
  readonly primitives: ClonePrimitives;
  readonly watchdog: Watchdog;
  /** Writes the trace of a test as a page. Answers the page's path as it is shown. */
  writeTracePage(folder: string, test: string, trace: TraceFile): string;
  /** Absent unless somebody debugs. */
  readonly stepper: Stepper | undefined;
  sourceOf(compiled: SourcePosition): SourcePosition | undefined;
  /** Hears of promises of worker realms that were rejected and not handled. */
  onUnhandledRejection: ((realm: Realm, reason: unknown, promise: object) => void) | undefined;
  /** Hears what the test file exports, once it has been evaluated. */
  testFileLoaded: ((exports: Readonly<Record<string, unknown>>, hasTests: boolean) => void) | undefined;
  /** Hears that the test fakes its timers, or clears them: before and afterwards. */
  onTimersFaked: (() => void) | undefined;
  /** The test file's `expect`, once Jest has made it. */
  readonly expect: ExtensibleExpect | undefined;
}
