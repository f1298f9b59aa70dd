import type { ToolErrorParts } from '../base';
import type { CloneFailure, CloneNote } from '../clone';
import type { ConsoleLevel, ErrorPosition } from './guest';
import type { JsThread } from './js-thread';
import type { CallTask, WorkerTask } from './tasks';
import type { WorkerRecord } from './worker-record';

/** Why a message or another task never reached anybody. */
export type DropReason =
  /** The script's synchronous part had not finished (L-12). */
  | 'script-not-finished'
  /** `terminate()` had been called, or the host had stopped the worker after an error (L-31). */
  | 'terminating'
  /** The worker had closed itself (L-36, E-42). */
  | 'closed'
  /** The worker had stopped before it read the message. */
  | 'stopped'
  /** `cancelTasks()` (L-34). */
  | 'cancelled'
  /** The exit event came first (L-43). */
  | 'exited'
  /** The worker that had constructed this one was gone (L-103). */
  | 'host-gone';

/** What happened, apart from the beginnings and ends of tasks, which the kernel tells. */
export type Happening =
  | { readonly type: 'constructed'; readonly worker: WorkerRecord }
  | {
      readonly type: 'dropped-post';
      readonly worker: WorkerRecord;
      readonly from: JsThread;
      readonly data: unknown;
      readonly reason: DropReason;
    }
  | { readonly type: 'dropped-task'; readonly task: WorkerTask; readonly reason: DropReason }
  | {
      readonly type: 'terminate-called';
      readonly worker: WorkerRecord;
      readonly effective: boolean;
      readonly waiting: number;
    }
  | { readonly type: 'close-called'; readonly worker: WorkerRecord }
  | { readonly type: 'running'; readonly worker: WorkerRecord }
  | { readonly type: 'stopped'; readonly worker: WorkerRecord }
  | { readonly type: 'handler-error'; readonly worker: WorkerRecord; readonly thrown: unknown }
  | {
      readonly type: 'script-error';
      readonly worker: WorkerRecord;
      readonly thrown: unknown;
      readonly heard: boolean;
      readonly position: ErrorPosition | undefined;
    }
  | {
      readonly type: 'cloned-with-loss';
      readonly worker: WorkerRecord;
      readonly from: JsThread;
      readonly notes: readonly CloneNote[];
    }
  | {
      readonly type: 'not-cloned';
      readonly worker: WorkerRecord;
      readonly from: JsThread;
      readonly failure: CloneFailure;
    }
  | { readonly type: 'error-not-sent'; readonly worker: WorkerRecord; readonly thrown: unknown }
  | { readonly type: 'call-answered'; readonly call: CallTask }
  | {
      readonly type: 'console';
      readonly thread: JsThread;
      readonly level: ConsoleLevel;
      readonly args: readonly unknown[];
    }
  | { readonly type: 'diagnostic'; readonly problem: ToolErrorParts };

/** An error that would have crashed the app, or a failure to load a worker script. */
export interface Uncaught {
  /** The error as it was thrown on the main thread, or a copy of it in the test's realm. */
  readonly error: unknown;
  /** The worker at fault, `undefined` for an error of the main thread's own code. */
  readonly worker: WorkerRecord | undefined;
  /** What was going on, as a sentence. */
  readonly context: string;
  /** The script could not be read or compiled, or the tool was used wrongly. */
  readonly loading?: boolean;
}
