import type { StoredEntry, StoredValue, TracedAgent } from '../trace';

/**
 * What the debugger and its faces (the terminal, the page) say to each other: one JSON object for each message of a
 * WebSocket. Nothing that a client sends is evaluated.
 */

/** What a breakpoint or `until` looks for: every field that is given must fit. */
export interface TaskPattern {
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  /** Some part of the line that shows what the task carries. */
  readonly text?: string;
}

/** `5.data.items[0]` is `{ root: { task: 5 }, path: ['data', 'items', 0] }`; `worker#1.count` starts at a realm's globals. */
export interface PrintTarget {
  readonly root: { readonly task: number } | { readonly agent: string };
  readonly path: readonly (string | number)[];
}

export type Command =
  /** Performs the next task. */
  | { readonly command: 'step' }
  /** Performs the next task, and goes on until its agent is about to perform another. */
  | { readonly command: 'over' }
  /** Goes on until a breakpoint or the test's end. */
  | { readonly command: 'continue' }
  | { readonly command: 'until'; readonly pattern: TaskPattern }
  | { readonly command: 'break'; readonly pattern: TaskPattern; readonly stop?: 'before' | 'after' }
  | { readonly command: 'unbreak'; readonly breakpoint: number }
  /** Performs a task out of turn; it must be legal next. */
  | { readonly command: 'deliver'; readonly task: number }
  | { readonly command: 'print'; readonly target: PrintTarget }
  /** Where a task, pending or done, was posted. */
  | { readonly command: 'where'; readonly task: number }
  /** Runs the test anew up to so many tasks before where it stands (1 when absent). */
  | { readonly command: 'back'; readonly tasks?: number }
  | { readonly command: 'restart' }
  /** Writes a test that follows the order so far and asserts what was seen. */
  | { readonly command: 'export' }
  /** Lets the test go on to its end without any stop. */
  | { readonly command: 'quit' };

/** A client's message; `id` comes back with the answer. */
export type Request = Command & { readonly id: number };

export interface PendingTask {
  readonly id: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly preview: string;
  readonly data?: StoredValue;
  readonly causedBy: number | null;
  /** `file:line:column`, relative to the project. */
  readonly postedAt?: string;
  /** Whether some real interleaving could perform it next. */
  readonly legal: boolean;
  /** Whether it comes next if nobody chooses another. */
  readonly next: boolean;
}

export interface AgentState {
  readonly name: string;
  readonly kind: string;
  /** As the worker's handle tells it, such as `running`; `host` for the host. */
  readonly state: string;
  readonly file?: string;
}

export interface ShownBreakpoint {
  readonly number: number;
  readonly pattern: TaskPattern;
  readonly stop: 'before' | 'after';
  readonly hits: number;
}

/** Why the test stands still. `back`: it has been run anew up to here. `difference`: and went another way; see `why`. */
export type StopReason = 'start' | 'step' | 'breakpoint' | 'until' | 'debug' | 'back' | 'difference' | 'end';

/** The test stands still, before a task or at its end. */
export interface Stopped {
  readonly type: 'stopped';
  readonly reason: StopReason;
  /** More about the reason: which breakpoint or pattern, what differs. */
  readonly why?: string;
  /** How many tasks have been performed. */
  readonly position: number;
  readonly test: { readonly file: string; readonly name: string };
  /** What the test failed with; at its end. */
  readonly errors?: readonly string[];
  /** Absolute path of the project, for links to sources. */
  readonly projectRoot: string;
  readonly agents: readonly AgentState[];
  readonly tracedAgents: readonly TracedAgent[];
  readonly pending: readonly PendingTask[];
  /** Ids of the tasks performed so far, in their order. */
  readonly schedule: readonly number[];
  readonly breakpoints: readonly ShownBreakpoint[];
  /** Whether `entries` are the whole trace, in place of what was heard before: for a client that has just come, and when the trace has begun anew. */
  readonly whole: boolean;
  /** The whole trace, or what has been added since the last stop. */
  readonly entries: readonly StoredEntry[];
}

export type Answer =
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly ok: true;
      readonly text?: string;
      readonly value?: StoredValue;
    }
  | { readonly type: 'answer'; readonly id: number; readonly ok: false; readonly error: string };

/** What clients hear. `breakpoints`: some client has changed them. `running`: the test goes on. `restarting`: it runs anew, on the same address. `ended`: nothing more will come. */
export type ServerMessage =
  | Stopped
  | Answer
  | { readonly type: 'breakpoints'; readonly breakpoints: readonly ShownBreakpoint[] }
  | { readonly type: 'running' }
  | { readonly type: 'restarting'; readonly why: string }
  | { readonly type: 'ended'; readonly why: string };
