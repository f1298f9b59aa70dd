import type { ClonePrimitives } from '../clone';
import type { Project } from '../project';
import type { Realm, RealmRequest, SourcePosition, Watchdog } from '../realm';

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
  /** Calls back after `milliseconds` of real time, or, for 0, after a turn of the event loop. Answers how to cancel. */
  later(milliseconds: number, callback: () => void): () => void;
  /** As `expect(actual).toEqual(wanted)`, asymmetric matchers included. */
  equals(actual: unknown, wanted: unknown): boolean;
  /** Prints a line of a worker's console. */
  print(level: string, worker: string, args: readonly unknown[]): void;
  /** Says something to the user, once for each kind of thing. */
  warn(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
}
