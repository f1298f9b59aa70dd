import { Deque } from './deque';
import type { Task } from './task';

export interface LaneOptions {
  /** Whose tasks these are: the tasks of one source keep their order unless a lane may overtake. */
  readonly source: number;
  /** Lanes of a lower rank are served first. */
  readonly rank: number;
  /** Tasks in it may be delivered before earlier tasks that the same source put into other lanes. */
  readonly overtakes: boolean;
}

/** One FIFO channel into an inbox. Only an inbox changes it. */
export class Lane<P> {
  readonly tasks = new Deque<Task<P>>();

  constructor(readonly options: LaneOptions) {}
}
