import type { ToolErrorParts } from '../base';
import type { DropReason, WorkerTask } from '../ohos';
import type { RaisedError } from './raised-error';
import { Series } from './series';
import type { TaskView } from './task-view';

/** A message that reached nobody. */
export interface DroppedMessage {
  readonly from: string;
  readonly to: string;
  readonly data: unknown;
  readonly reason: DropReason;
}

/** One call of `terminate()`. */
export interface TerminateCall {
  /** Milliseconds on the world's clock. */
  readonly time: number;
  /** Name of the agent that called: `host`, or the worker that had constructed this one. */
  readonly by: string;
  /** Where in the project, as `file:line:column`, if that is known: see `TaskView.postedAt`. */
  readonly calledAt: string | undefined;
  /** What the worker had not read yet: it does so before it stops. */
  readonly queued: readonly TaskView[];
  /** False when the worker was already on its way out. */
  readonly effective: boolean;
}

/** What has happened to one worker, from its host object's side. Data are copies. */
export class WorkerHistory {
  /** Messages that were delivered to the host. */
  readonly received = new Series<unknown>();
  /** Messages that the host posted and the worker's queue accepted. */
  readonly posted = new Series<unknown>();
  /** The worker's own view: messages that were delivered to it, and those that it posted. */
  readonly port = { received: new Series<unknown>(), posted: new Series<unknown>() };
  readonly dropped = new Series<DroppedMessage>();
  readonly terminateCalls = new Series<TerminateCall>();
  /** What the worker's code threw without catching it. */
  readonly raised = new Series<RaisedError>();
  /** What a device would not have told about it. */
  readonly diagnostics = new Series<ToolErrorParts>();
  /** The task that evaluates its script: with it goes where the worker was constructed. */
  start: WorkerTask | undefined;
}
