import type { ClonePrimitives } from '../clone';
import type { TaskDebugger } from '../debug';
import type { Project } from '../project';
import type { Realm, RealmRequest, SourcePosition, Watchdog } from '../realm';

/** Time as the test has faked it, for the option `clock: 'jest'`. */
export interface FakeTime {
  /** `legacy`: faked, but there is no clock behind them. */
  readonly timers: 'faked' | 'real' | 'legacy';
  /** Another number after the timers were faked anew, or cleared: those that were set are gone. */
  readonly era: number;
  /** Whole milliseconds since some moment; it never goes back. */
  now(): number;
  /** The date that the test sees, in milliseconds since the Unix epoch. */
  date(): number;
  /** Sets it, or makes it what it would be if it had never been set. */
  setDate(date: number | undefined): void;
  /** Calls back when so much of it has passed. Answers how to take that back. */
  later(milliseconds: number, callback: () => void): () => void;
  /** Moves it; what is due calls back. */
  advance(milliseconds: number): void;
}

/** What a world needs from whoever runs the tests. */
export interface Surroundings {
  readonly primitives: ClonePrimitives;
  /** Makes a realm with a context of its own or, without the preset, one with a module registry of its own. */
  createRealm(request: RealmRequest, isolation: 'context' | 'module'): Realm;
  openProject(root: string | undefined): Project;
  isOwnFile(file: string): boolean;
  /** Where a position in compiled code lies in its source, if there is a source map. */
  sourceOf(compiled: SourcePosition): SourcePosition | undefined;
  /** Cuts off handlers that don't return. */
  readonly watchdog: Watchdog;
  /** What the project's configuration says. */
  readonly options: unknown;
  /**
   * The stretch of the test file that is going on; whatever is made now lives as long as it. Throws where nobody can tell:
   * in a concurrent test, or under a test runner that tells nothing.
   */
  currentScope(): object;
  /** Resolves after one turn of the real event loop, whatever the test has faked. */
  nextTurn(): Promise<void>;
  /** Real time in milliseconds, whatever the test has faked. */
  realNow(): number;
  /** The real date in milliseconds since the Unix epoch, if the worker's realm is one of its own. */
  realDate(): number;
  /** What the event loop is busy with, by Node's names: files, sockets, timers. */
  activeResources(): readonly string[];
  /** The time that the test has faked. */
  readonly fakeTime: FakeTime;
  /** Calls back after `milliseconds` of real time, or, for 0, after a turn of the event loop. Answers how to cancel. */
  later(milliseconds: number, callback: () => void): () => void;
  /** As `expect(actual).toEqual(wanted)`, asymmetric matchers included. */
  equals(actual: unknown, wanted: unknown): boolean;
  /** Prints a line of a worker's console. */
  print(level: string, worker: string, args: readonly unknown[]): void;
  /** Says something to the user, once for each kind of thing. */
  warn(text: string): void;
  /** Whom to ask before each task; absent unless somebody debugs. */
  readonly debugger: TaskDebugger | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}
