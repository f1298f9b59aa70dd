import { Deque } from './deque';
import type { Task } from './task';

export interface LaneOptions {
  /** Whose tasks these are: the tasks of one source keep their order unless a lane may overtake. */
  readonly source: number;
  /** Lanes of a lower rank are served first. */
  readonly rank: number;
  /** Tasks in it may be delivered before earlier tasks that the same source put into other lanes. */
  readonly overtakes: boolean;
  /** All tasks that wait share one signal: what a turn leaves behind is looked at when the next task comes. */
  readonly coalesced?: boolean;
}

/** One FIFO channel into an inbox. Only an inbox changes it. */
export class Lane<P> {
  readonly tasks = new Deque<Task<P>>();
  /** Tasks that a turn left behind in a lane whose tasks share one signal: they wait for the next task's. */
  stranded = false;

  constructor(
    readonly options: LaneOptions,
    /** The lanes that are served in one turn, in this order, whichever of them a ticket names; this one is among them. */
    readonly group: readonly Lane<P>[],
  ) {}

  /** The task that a turn at this lane would take. */
  get first(): Task<P> | undefined {
    return this.stranded ? undefined : this.tasks.first;
  }
}
