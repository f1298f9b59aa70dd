import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { describeLoop, loopTasks } from './endless-loop';
import { count, milliseconds } from './option-checks';
import { overBudget } from './usage-errors';
import type { World } from './world';

export interface BudgetLimits {
  /** How many tasks may be performed. Default: the option `maxSteps`. */
  readonly maxSteps?: number;
  /**
   * After how many milliseconds of real time it gives up, with the task that is being performed then. Default: never; only
   * the waiting of `settle` ends after 1,000.
   */
  readonly maxTime?: number;
}

export const budgetChecks = { maxSteps: count(1), maxTime: milliseconds };

/** Performs tasks and counts them; shortly before the end it begins to remember them, for the error. */
export class Budget {
  spent = 0;
  readonly #recent: Task<WorkerTask>[] = [];
  readonly #maxSteps: number;
  readonly #maxTime: number | undefined;
  readonly #began: number;

  constructor(
    private readonly world: World,
    { maxSteps = world.settings.maxSteps, maxTime }: BudgetLimits = {},
    /** Up to which virtual time timers count as still to be performed; of `run` none do. */
    private readonly until = Number.NEGATIVE_INFINITY,
  ) {
    this.#maxSteps = maxSteps;
    this.#maxTime = maxTime;
    this.#began = maxTime === undefined ? 0 : world.surroundings.realNow();
    world.session.sites.locateAll(maxSteps <= loopTasks);
  }

  /**
   * Performs the next task; `undefined` when there is none.
   *
   * @throws ToolError `FOW_OVER_BUDGET`, after the last task that the budget allows.
   */
  perform(): Task<WorkerTask> | undefined {
    let goesOn = false;
    try {
      const done = this.world.perform();
      if (done !== undefined) this.#spend(done);
      goesOn = done !== undefined;
      return done;
    } finally {
      if (!goesOn) this.end();
    }
  }

  /** Nothing more is performed: for the sake of its error no post need be located any more. */
  end(): void {
    this.world.session.sites.locateAll(false);
  }

  /** Milliseconds of real time; `undefined` without a limit. */
  get timeLeft(): number | undefined {
    return this.#maxTime === undefined ? undefined : this.#maxTime - this.#elapsed;
  }

  get #elapsed(): number {
    return this.world.surroundings.realNow() - this.#began;
  }

  #spend(done: Task<WorkerTask>): void {
    const left = this.#maxSteps - ++this.spent;
    const { kernel, sites } = this.world.session;
    if (left <= loopTasks || this.#maxTime !== undefined) {
      if (left === loopTasks) sites.locateAll(true);
      if (this.#recent.push(done) > loopTasks) this.#recent.shift();
    }
    const exhausted = left <= 0 ? 'maxSteps' : this.#isTimeOver() ? 'maxTime' : undefined;
    if (exhausted === undefined || (kernel.legal().length === 0 && !this.#timerIsLeft)) return;
    const loop = describeLoop(this.world, this.#recent);
    throw overBudget({ exhausted, took: this.#elapsed, spent: this.spent, loop });
  }

  /** In the second half of the time posts are located, for the error. */
  #isTimeOver(): boolean {
    if (this.#maxTime === undefined) return false;
    const elapsed = this.#elapsed;
    if (elapsed >= this.#maxTime / 2) this.world.session.sites.locateAll(true);
    return elapsed >= this.#maxTime;
  }

  get #timerIsLeft(): boolean {
    const { nextDue } = this.world.session.clock;
    return nextDue !== undefined && nextDue <= this.until;
  }
}
