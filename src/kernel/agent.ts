import { Inbox, type InboxOptions } from './inbox';
import type { LaneTurn } from './lane-turn';

/** One simulated thread: it performs one task at a time, taken from its inbox. */
export class Agent<P> {
  readonly inbox: Inbox<P>;
  /** The turn that is going on; the kernel's business. */
  turn: LaneTurn<P> | undefined;

  constructor(
    /** 0, 1, 2 … in the order of creation. */
    readonly id: number,
    readonly name: string,
    options: InboxOptions,
  ) {
    this.inbox = new Inbox<P>(options);
  }
}
