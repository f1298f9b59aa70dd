import type { ToolErrorParts } from '../base';
import type { CloneFailure, CloneNote } from '../clone';
import type { Task } from '../kernel';
import type { Fault } from './faults';
import type { ConsoleLevel, ErrorPosition, HostMethod, WorkerKind } from './guest';
import type { JsThread } from './js-thread';
import type { CallTask, ErrorEventLike, MessageTask, WorkerTask } from './tasks';
import type { WorkerLimits } from './worker-counts';
import type { WorkerRecord } from './worker-record';

/** Why a message or another task never reached anybody. */
export const dropReasons = [
  /** The script's synchronous part had not finished (L-12). */
  'script-not-finished',
  /** `terminate()` had been called, or the host had stopped the worker after an error (L-31). */
  'terminating',
  /** The worker had closed itself (L-36, E-42). */
  'closed',
  /** The worker had stopped before it read the message. */
  'stopped',
  /** `cancelTasks()` (L-34). */
  'cancelled',
  /** The exit event came first (L-43). */
  'exited',
  /** The worker that had constructed this one was gone (L-103). */
  'host-gone',
  /** `workers.link()`: the test let the link lose it. */
  'link',
  /** `workers.inject`: it could not be rebuilt at its receiver (S-51d). */
  'unreadable',
] as const;

export type DropReason = (typeof dropReasons)[number];

/** Every kind of fault, those that take effect at once too. */
export type FaultKind = Fault['kind'] | 'crash' | 'host-gone';

/** The constructor call that decided which worker classes the process uses. */
export interface FirstUse {
  readonly kind: WorkerKind;
  readonly host: JsThread;
  /** Where it was made, if that can be told. */
  readonly site: () => string | undefined;
}

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
  | { readonly type: 'dropped-task'; readonly id: number; readonly task: WorkerTask; readonly reason: DropReason }
  /** A global call that the host never heard of. */
  | {
      readonly type: 'dropped-call';
      readonly worker: WorkerRecord;
      readonly method: string;
      readonly reason: DropReason;
    }
  /** A message that was delivered although there was nothing to call. */
  | { readonly type: 'unheard-message'; readonly task: MessageTask }
  /** `onmessage` of the host object was changed by a message of a batch that goes on with the old one (L-24). */
  | {
      readonly type: 'handler-replaced';
      readonly worker: WorkerRecord;
      readonly handler: { readonly before: unknown; readonly after: unknown };
      /** Messages of the batch that are still to come. */
      readonly remaining: number;
    }
  /** An error that the host did not handle (L-56). */
  | {
      readonly type: 'unheard-error';
      readonly worker: WorkerRecord;
      readonly event: ErrorEventLike;
      readonly during: Task<WorkerTask> | undefined;
      /** See `ErrorTask`. */
      readonly exception: object;
    }
  /** An error that came to `onAllErrors`, or to nobody, as the property was there (L-55). */
  | {
      readonly type: 'onerror-skipped';
      readonly worker: WorkerRecord;
      readonly event: ErrorEventLike | undefined;
      readonly onAllErrors: unknown;
      readonly onerror: unknown;
    }
  /** A constructor call when as many workers live as may (E-13). */
  | {
      readonly type: 'no-slot';
      readonly host: JsThread;
      readonly kind: WorkerKind;
      /** In the order of construction. */
      readonly holders: readonly WorkerRecord[];
      readonly limits: WorkerLimits;
    }
  /** A constructor of one family after one of the other (E-1). */
  | { readonly type: 'classes-mixed'; readonly host: JsThread; readonly kind: WorkerKind; readonly first: FirstUse }
  /** A method of a host object whose worker has exited, or which has none in this process. */
  | {
      readonly type: 'called-after-exit';
      readonly self: object;
      readonly worker: WorkerRecord | undefined;
      readonly from: JsThread;
      readonly method: HostMethod;
      /** Whether the device throws; with the old class it stays silent (E-3). */
      readonly throws: boolean;
    }
  | {
      readonly type: 'terminate-called';
      readonly worker: WorkerRecord;
      readonly effective: boolean;
      readonly waiting: number;
    }
  | { readonly type: 'close-called'; readonly worker: WorkerRecord }
  | { readonly type: 'running'; readonly worker: WorkerRecord }
  | { readonly type: 'stopped'; readonly worker: WorkerRecord }
  | {
      readonly type: 'handler-error';
      readonly worker: WorkerRecord;
      readonly thrown: unknown;
      /** See `ErrorTask`. */
      readonly exception: object;
    }
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
  /** A fault that the test has injected takes effect on a thread. */
  | { readonly type: 'fault'; readonly thread: JsThread; readonly kind: FaultKind; readonly worker?: WorkerRecord }
  | { readonly type: 'diagnostic'; readonly problem: ToolErrorParts };

export type HappeningOf<T extends Happening['type']> = Extract<Happening, { type: T }>;

/** An error that would have crashed the app, or a failure to load a worker script. */
export interface Uncaught {
  /** The error as it was thrown on the main thread, or a copy of it in the test's realm. */
  readonly error: unknown;
  /** The worker at fault, `undefined` for an error of the main thread's own code. */
  readonly worker: WorkerRecord | undefined;
  /** What was going on, as a sentence. */
  readonly context: string;
  /** The task that was being performed when it was thrown. */
  readonly during?: Task<WorkerTask> | undefined;
  /** Where a worker threw it, if that is known. */
  readonly position?: Partial<ErrorPosition> | undefined;
  /** See `ErrorTask`; absent for what no handler of a worker threw. */
  readonly exception?: object;
  /** The script could not be read or compiled, or the tool was used wrongly. */
  readonly loading?: boolean;
}
