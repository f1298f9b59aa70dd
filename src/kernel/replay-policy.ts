import type { SchedulingPolicy } from './scheduling-policy';
import type { Task } from './task';

/** What came instead of what had been recorded. */
export interface Divergence {
  /** Id of the task whose turn it is. */
  readonly expected: number;
  /** How many tasks have been performed in the recorded order. */
  readonly position: number;
}

/** Follows a recorded order; when it is spent, tasks are performed in the order in which they arrived. */
export class ReplayPolicy implements SchedulingPolicy {
  #position = 0;

  /** @param diverged is told when a task can't be performed in its turn; throws. */
  constructor(
    /** Ids of tasks. */
    private readonly schedule: readonly number[],
    private readonly diverged: (divergence: Divergence) => never,
  ) {}

  /** The task whose turn it is; `undefined` when the order is spent. */
  get expected(): number | undefined {
    return this.schedule[this.#position];
  }

  get position(): number {
    return this.#position;
  }

  choose<P>({ first, all }: { readonly first: Task<P>; all(): readonly Task<P>[] }): Task<P> {
    const { expected } = this;
    if (expected === undefined || first.id === expected) return first;
    return all().find(({ id }) => id === expected) ?? this.#diverge(expected);
  }

  /** A task is about to be performed, whoever has chosen it. */
  begins({ id }: Pick<Task<unknown>, 'id'>): void {
    const { expected } = this;
    if (expected !== undefined && id !== expected) this.#diverge(expected);
    this.#position++;
  }

  #diverge(expected: number): never {
    return this.diverged({ expected, position: this.#position });
  }
}
