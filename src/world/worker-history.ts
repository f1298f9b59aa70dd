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
  readonly received: Series<unknown>;
  /** Messages that the host posted and the worker's queue accepted. */
  readonly posted: Series<unknown>;
  /** The worker's own view: messages that were delivered to it, and those that it posted. */
  readonly port: { readonly received: Series<unknown>; readonly posted: Series<unknown> };
  readonly dropped: Series<DroppedMessage>;
  readonly terminateCalls: Series<TerminateCall>;
  /** What the worker's code threw without catching it. */
  readonly raised: Series<RaisedError>;
  /** What a device would not have told about it. */
  readonly diagnostics: Series<ToolErrorParts>;
  /** The task that evaluates its script: with it goes where the worker was constructed. */
  start: WorkerTask | undefined;

  /** @param mostKept of each series. */
  constructor(mostKept: number) {
    this.received = new Series(mostKept);
    this.posted = new Series(mostKept);
    this.port = { received: new Series(mostKept), posted: new Series(mostKept) };
    this.dropped = new Series(mostKept);
    this.terminateCalls = new Series(mostKept);
    this.raised = new Series(mostKept);
    this.diagnostics = new Series(mostKept);
  }
}
