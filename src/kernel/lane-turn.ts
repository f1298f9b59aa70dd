import type { Inbox } from './inbox';
import type { Lane } from './lane';
import type { Turn } from './task';

/** One agent's turn at one lane. It ends with the task that leaves the lane empty, if nothing ends it before. */
export class LaneTurn<P> implements Turn {
  #ended = false;

  constructor(
    private readonly inbox: Inbox<P>,
    readonly lane: Lane<P>,
  ) {}

  get ended(): boolean {
    return this.#ended;
  }

  get remaining(): number {
    return this.lane.tasks.size;
  }

  end(): void {
    this.#ended = true;
    this.inbox.close(this.lane);
  }
}
