import type { Task } from '../kernel';
import type { JsThread } from './js-thread';
import type { WorkerRecord } from './worker-record';

/** A message on its way: cloned into the receiver's realm when it was posted. */
export interface MessageTask {
  readonly kind: 'message';
  readonly worker: WorkerRecord;
  readonly to: 'worker' | 'host';
  readonly data: unknown;
  /** A link has made it, out of another one. */
  readonly isTwin?: true;
}

/** A global call that waits for the host (L-110). */
export interface CallTask {
  readonly kind: 'call';
  readonly worker: WorkerRecord;
  readonly instanceName: string;
  readonly methodName: string;
  /** Belongs to the host's realm. */
  readonly args: readonly unknown[];
  /** When the worker stops waiting, on the world's clock. */
  readonly deadline: number;
  answer: CallAnswer | undefined;
}

/** `value` belongs to the worker's realm. */
export type CallAnswer =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: 10200006 | 10200019 | 10200020 | 10200021 };

/** An error of class (a) on its way to the host. */
export interface ErrorTask {
  readonly kind: 'error';
  readonly worker: WorkerRecord;
  /** Belongs to the host's realm; `undefined` if it could not be cloned. */
  readonly event: ErrorEventLike | undefined;
  /** What the worker was doing when it threw. */
  readonly during: Task<WorkerTask> | undefined;
  /** Stands for the exception: the same one in all that is told of it. */
  readonly exception: object;
}

/** A timer that is due; the same object whenever it repeats. */
export interface TimerTask {
  readonly kind: 'timer';
  readonly thread: JsThread;
  readonly timerId: number;
  readonly fire: () => void;
}

/** Everything that an agent can be given to do. */
export type WorkerTask =
  | { readonly kind: 'start'; readonly worker: WorkerRecord }
  | MessageTask
  | { readonly kind: 'stop'; readonly worker: WorkerRecord }
  | ErrorTask
  /** An error of class (b) on its way to the host. */
  | { readonly kind: 'failure'; readonly worker: WorkerRecord; readonly error: unknown; readonly cloned: boolean }
  | CallTask
  | { readonly kind: 'exit'; readonly worker: WorkerRecord }
  | TimerTask;

/** The fields of an error event that rules read. */
export interface ErrorEventLike {
  readonly message: string;
  readonly backtrace?: unknown;
  readonly filename?: string;
  readonly lineno?: number;
  readonly colno?: number;
  readonly error?: unknown;
}
