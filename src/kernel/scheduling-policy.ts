import type { Task } from './task';

/** What a policy chooses from; never empty. */
export interface Ready<P> {
  /** The task that arrived first among those that the agents would take next. */
  readonly first: Task<P>;
  /** Every task that some real interleaving of the agents could perform next, by agent, then by lane. */
  all(): readonly Task<P>[];
}

/** Answers one question: which task is performed next? It must depend on nothing but its own state and `ready`. */
export interface SchedulingPolicy {
  choose<P>(ready: Ready<P>): Task<P>;
}

/** The default: tasks are performed in the order in which they arrived. */
export const fifo: SchedulingPolicy = { choose: (ready) => ready.first };

/** Any legal order, the same one for the same seed. */
export function randomPolicy(seed: number): SchedulingPolicy {
  const random = seededRandom(seed);
  return {
    choose: (ready) => {
      const tasks = ready.all();
      return tasks[Math.floor(random() * tasks.length)] ?? ready.first;
    },
  };
}

/** Numbers in [0, 1), by the mulberry32 generator. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
}
