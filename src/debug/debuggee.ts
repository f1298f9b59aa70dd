import type { TraceFile } from '../trace';
import type { AgentState, PendingTask } from './protocol';
import type { SeenWorker } from './seen';

/** What the debugger looks at while a test stands still. */
export interface Debuggee {
  /** Another object when the simulated process is another one, with tasks and a trace of its own. */
  readonly process: object;
  /** Absolute path of the project. */
  readonly projectRoot: string;
  /** In the order in which they would be performed; `next` is for the debugger to say. */
  pending(): readonly Omit<PendingTask, 'next'>[];
  agents(): readonly AgentState[];
  trace(): TraceFile;
  /** What has become of the workers so far. */
  seen(): readonly SeenWorker[];
  /** What a task carries, pending or done; `undefined` when it carries nothing, or there is none. */
  dataOf(task: number): { readonly data: unknown } | undefined;
  /** The global object of an agent; `undefined` when there is none, or no more. */
  globalOf(agent: string): object | undefined;
  /** A task, pending or done, in one line; `undefined` when there is none. */
  describe(task: number): string | undefined;
  /** Where it was posted, as `file:line:column`, if that is known. */
  postedAt(task: number): string | undefined;
}

/** A task that is about to be performed, or has been. */
export interface TaskInfo {
  readonly id: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly preview: string;
}

/** Who is asked before each task that the test performs. */
export interface TaskDebugger {
  /**
   * A task is about to be performed. Blocks while the test stands still.
   *
   * @param fixed the test itself has chosen it: another one can't take its place.
   * @returns id of the task to be performed instead, or its own.
   */
  before(debuggee: Debuggee, next: TaskInfo, fixed: boolean): number;
  /** A task has been performed, or has thrown. */
  after(debuggee: Debuggee, done: TaskInfo): void;
  /** The test asks to stop here. */
  stopHere(debuggee: Debuggee): void;
}
