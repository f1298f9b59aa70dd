import type { Agent } from './agent';
import type { Lane } from './lane';

/**
 * `back`: last in its lane, which is served when its turn comes. `front`: first in its lane, which is served next in
 * its rank. `expedited`: last in its lane, which is served next in its rank. `ahead`: first in its lane, which is served
 * when its turn comes.
 */
export type Place = 'back' | 'front' | 'expedited' | 'ahead';

/** A unit of work that one agent performs as a whole. What it means is the payload's business, not the kernel's. */
export interface Task<P> {
  /** Unique in the kernel; grows with every task that is queued. */
  readonly id: number;
  /**
   * When the task counts as having arrived: its id, or, for one put in front, that of the task it was put before; for
   * one that a gate has kept, a number of its own. Agents are served in this order; no two ever hold the same value.
   */
  order: number;
  readonly agent: Agent<P>;
  readonly lane: Lane<P>;
  readonly payload: P;
  /** Where it is put, or was, among what waits. */
  place: Place;
  /** Id of the task during which this one was queued, `undefined` when no task was running. */
  readonly causeId: number | undefined;
  /** Room for what an observer wants to remember about the task. The kernel never looks at it. */
  note: unknown;
}

/** The stretch during which an agent drains one lane without giving control back to the kernel's caller. */
export interface Turn {
  /** Tasks that are left in the lane; 0 when the running one is the last. */
  readonly remaining: number;
  /** The agent gives other lanes a chance after the running task. */
  end(): void;
}
