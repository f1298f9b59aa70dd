import { isToolError } from '../base';
import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { Budget, type BudgetLimits, budgetChecks } from './budget';
import { checkedOptions, type OptionList } from './option-checks';
import { assertOutsideHandlers } from './run';
import { findWaiting, unsettledTasks, type Waiting } from './waiting';
import type { World } from './world';

export interface SettleReport {
  /**
   * `idle`: nothing is left to do. `stuck`: somebody waits for something that doesn't come by itself. `limit`:
   * `maxSteps` or `maxTime` came first, or waiting took too long.
   */
  readonly state: 'idle' | 'stuck' | 'limit';
  /** How many tasks were performed. */
  readonly delivered: number;
  readonly waitingOn: readonly Waiting[];
  /** When tasks came to their limit: what came again and again, one line each. */
  readonly loop?: readonly string[];
}

export interface SettleOptions extends BudgetLimits {
  /**
   * Stop as soon as this promise is settled. Who settles it nobody can tell: while it isn't, real time is waited for, too.
   * If it is rejected, so is what `settle` answers, with the same reason.
   */
  readonly until?: PromiseLike<unknown>;
}

const settleOptions: OptionList = {
  of: 'workers.settle()',
  checks: {
    until: { expected: 'a promise', accepts: (value) => typeof Object(value).then === 'function' },
    ...budgetChecks,
  },
  hint: 'as in await workers.settle({ until: promise, maxTime: 1_000 }).',
};

/** Milliseconds of real time, unless `maxTime` says something else. */
const longestWait = 1_000;

/** So often it is looked at I/O and the promise again at once; later, once in a millisecond. */
const eagerLooks = 20;

/** Runs until quiet. The host gets a turn of the real event loop after each of its callbacks. */
export function settle(world: World, options: SettleOptions): Promise<SettleReport> {
  return world.withoutAutopilot(() => {
    assertOutsideHandlers(world, 'settle');
    return new Settling(world, checkedOptions(options, settleOptions)).run();
  });
}

class Settling {
  readonly #session: World['session'];
  readonly #budget: Budget;
  readonly #until: Until;
  #looks = 0;
  #waited = 0;

  constructor(
    private readonly world: World,
    options: SettleOptions,
  ) {
    this.#session = world.session;
    this.#budget = new Budget(world, options);
    this.#until = watch(options.until);
    this.#session.eventLoop.look();
  }

  async run(): Promise<SettleReport> {
    try {
      const inTime = await this.#runToRest();
      this.#until.throwRejected();
      return this.#report(inTime);
    } catch (error) {
      if (!isToolError(error) || error.code !== 'FOW_OVER_BUDGET') throw error;
      return { ...this.#report(false), loop: error.parts.facts ?? [] };
    } finally {
      this.#budget.end();
    }
  }

  /** Answers whether it came to rest before the time was up. */
  async #runToRest(): Promise<boolean> {
    while (!this.#isOver) {
      const quiet = this.world.guardedTurn(() => this.#performUpToHost()) === undefined;
      await this.world.surroundings.nextTurn();
      this.world.drainRealms();
      if (this.#isOver || !quiet || this.#session.kernel.legal().length > 0) continue;
      const pause = this.#pause();
      if (pause === undefined) return true;
      if (this.#timeLeft <= 0) return false;
      await this.#wait(pause);
    }
    return true;
  }

  /** One that nobody awaited must not go on in the next test. */
  get #isOver(): boolean {
    return this.#until.state !== 'pending' || this.world.session !== this.#session;
  }

  /** Performs tasks up to one of the main thread, and answers that one. */
  #performUpToHost(): Task<WorkerTask> | undefined {
    const { kernel, app } = this.#session;
    for (;;) {
      this.world.drainRealms();
      kernel.yieldControl();
      const task = this.#budget.perform();
      if (task === undefined || task.agent === app.main.agent) return task;
    }
  }

  /** In how many milliseconds it is worth another look; `undefined` when nothing comes by itself. */
  #pause(): number | undefined {
    const { clock } = this.#session;
    const isReal = this.world.settings.clock === 'real';
    const timer = isReal && clock.nextDue !== undefined ? Math.max(1, clock.nextDue - clock.now) : undefined;
    if (!this.#until.isGiven && this.#busyWith.length === 0) return timer;
    return ++this.#looks <= eagerLooks ? 0 : 1;
  }

  /** I/O counts while somebody waits for a promise. */
  get #busyWith(): readonly string[] {
    const waits = this.#until.isGiven || unsettledTasks(this.world).length > 0;
    return waits && this.#until.state === 'pending' ? this.#session.eventLoop.busyWith : [];
  }

  get #timeLeft(): number {
    return this.#budget.timeLeft ?? longestWait - this.#waited;
  }

  async #wait(milliseconds: number): Promise<void> {
    const { surroundings } = this.world;
    const began = surroundings.realNow();
    const longest = Math.min(milliseconds, this.#timeLeft);
    await new Promise<void>((resolve) => void surroundings.later(longest, resolve));
    this.#waited += surroundings.realNow() - began;
  }

  #report(inTime: boolean): SettleReport {
    const busyWith = inTime ? [] : this.#busyWith;
    const waitingOn: Waiting[] = findWaiting(this.world);
    if (busyWith.length > 0) waitingOn.push({ agent: 'host', on: 'I/O', count: busyWith.length, resources: busyWith });
    if (this.#until.isGiven && this.#until.state === 'pending')
      waitingOn.push({ agent: 'host', on: 'until', count: 1 });
    const rest = waitingOn.length === 0 ? 'idle' : 'stuck';
    return { state: inTime ? rest : 'limit', delivered: this.#budget.spent, waitingOn };
  }
}

interface Until {
  readonly isGiven: boolean;
  /** Stays `pending` if none is given. */
  readonly state: 'pending' | 'fulfilled' | 'rejected';
  /** Looking at it counts as handling its rejection: so nobody else would hear of it. */
  throwRejected(): void;
}

function watch(promise: PromiseLike<unknown> | undefined): Until {
  let state: Until['state'] = 'pending';
  let rejection: unknown;
  promise?.then(
    () => {
      state = 'fulfilled';
    },
    (reason: unknown) => {
      state = 'rejected';
      rejection = reason;
    },
  );
  return {
    isGiven: promise !== undefined,
    get state() {
      return state;
    },
    throwRejected: () => {
      if (state === 'rejected') throw rejection;
    },
  };
}
