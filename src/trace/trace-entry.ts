/** What every entry of a trace tells. */
interface EntryBase {
  /** 1, 2, 3 … in the order of the happenings. */
  readonly seq: number;
  /** Milliseconds on the world's clock. */
  readonly time: number;
  /** Name of the agent on which it happened: `host`, or a worker's, such as `worker#1`. */
  readonly agent: string;
  /** Id of the task that the agent was performing; absent when the test itself did it. */
  readonly during?: number;
  /** Where in the project it was asked for, as `file:line:column`; of posts and queued tasks, as far as it is known. */
  readonly at?: string | undefined;
}

/** The happenings that a trace records. `data` is a copy: what handlers do to a message later does not show. */
export type TraceEvent =
  | {
      readonly type: 'new';
      readonly worker: string;
      readonly kind: string;
      readonly url: string;
      readonly file: string;
    }
  | { readonly type: 'post'; readonly task: number; readonly to: string; readonly data: unknown }
  /** A task other than a message was queued. */
  | { readonly type: 'queue'; readonly task: number; readonly to: string; readonly kind: string }
  /** A task begins that nothing else tells: a worker reads its stop, or a message that can't be rebuilt. */
  | { readonly type: 'begin'; readonly task: number; readonly kind: string }
  /** A task is over. */
  | { readonly type: 'end'; readonly task: number }
  /** A task other than a message will never begin. */
  | { readonly type: 'discard'; readonly task: number; readonly reason: string }
  | { readonly type: 'start'; readonly task: number; readonly file: string }
  | { readonly type: 'running' }
  | { readonly type: 'message'; readonly task: number; readonly from: string; readonly data: unknown }
  | {
      readonly type: 'drop';
      /** Absent if it was lost before it became a task. */
      readonly task?: number;
      readonly to: string;
      readonly data: unknown;
      readonly reason: string;
    }
  /** What a link of the test does with a task: `held`, `delayed`, `duplicated`, `let through`. */
  | {
      readonly type: 'link';
      readonly task: number;
      readonly to: string;
      readonly data?: unknown;
      readonly what: string;
    }
  /** A fault that the test has injected takes effect. */
  | { readonly type: 'fault'; readonly fault: string }
  | { readonly type: 'throw'; readonly error: string; readonly where: string }
  | { readonly type: 'error'; readonly task: number; readonly from: string; readonly error: string }
  | {
      readonly type: 'call';
      readonly task: number;
      readonly from: string;
      readonly method: string;
      readonly data: unknown;
      /** The worker had stopped waiting for it: nothing is called. */
      readonly stale: boolean;
    }
  | { readonly type: 'timeout'; readonly method: string }
  | { readonly type: 'answer'; readonly to: string; readonly data: unknown }
  | { readonly type: 'timer'; readonly task: number; readonly timerId: number }
  | { readonly type: 'terminate'; readonly worker: string; readonly waiting: number; readonly effective: boolean }
  | { readonly type: 'close' }
  | { readonly type: 'stop' }
  | { readonly type: 'exit'; readonly task: number; readonly from: string; readonly exitCode: number }
  | { readonly type: 'uncaught'; readonly error: string; readonly context: string }
  | { readonly type: 'console'; readonly level: string; readonly text: string }
  | { readonly type: 'diagnostic'; readonly code: string; readonly text: string };

export type TraceEntry = EntryBase & TraceEvent;

const entryTypes: Readonly<Record<TraceEvent['type'], true>> = {
  new: true,
  post: true,
  queue: true,
  begin: true,
  end: true,
  discard: true,
  start: true,
  running: true,
  message: true,
  drop: true,
  link: true,
  fault: true,
  throw: true,
  error: true,
  call: true,
  timeout: true,
  answer: true,
  timer: true,
  terminate: true,
  close: true,
  stop: true,
  exit: true,
  uncaught: true,
  console: true,
  diagnostic: true,
};

export function isEntryType(name: string): name is TraceEvent['type'] {
  return Object.hasOwn(entryTypes, name);
}
