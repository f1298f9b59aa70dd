import type { DropReason } from '../ohos';

/** A message that reached nobody. */
export interface DroppedMessage {
  readonly from: string;
  readonly to: string;
  readonly data: unknown;
  readonly reason: DropReason;
}

/** One call of `terminate()`. */
export interface TerminateCall {
  /** How many tasks the worker still had before it. */
  readonly waiting: number;
  /** False when the worker was already on its way out. */
  readonly effective: boolean;
}

/** What has happened to one worker, from its host object's side. Data are copies. */
export class WorkerHistory {
  /** Messages that were delivered to the host, in order. */
  readonly received: unknown[] = [];
  /** Messages that the host posted and the worker's queue accepted, in order. */
  readonly posted: unknown[] = [];
  /** The worker's own view: messages that were delivered to it, and those that it posted. */
  readonly port: { readonly received: unknown[]; readonly posted: unknown[] } = { received: [], posted: [] };
  readonly dropped: DroppedMessage[] = [];
  readonly terminateCalls: TerminateCall[] = [];
  /** What the worker's code threw without catching it, in order. */
  readonly errors: unknown[] = [];
}
