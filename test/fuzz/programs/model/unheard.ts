import type { Actor } from '../actor';
import type { Properties } from './worker';

/**
 * An error event that no handler of the main thread hears of (L-56). The test is given the worker's error itself, not
 * an Error that is named by the event's text; anything else than an Error is told inside of one.
 */
export class Unheard {
  constructor(
    private readonly worker: string,
    private readonly event: Properties,
  ) {}

  show(mainThread: Actor): string {
    const { error } = this.event;
    return error instanceof Error ? mainThread.show(error) : `a value of ${this.worker}`;
  }
}
