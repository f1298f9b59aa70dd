import { Budget } from './budget';
import { assertOutsideHandlers } from './run';
import { badDate, badTime } from './usage-errors';
import type { World } from './world';

/** The time of the workers. It stands still until the test moves it, unless the option `clock` says otherwise. */
export class Clock {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#world.session.clock.now;
  }

  /**
   * Moves time forward by `milliseconds`, performing everything that is due by then, in due order.
   *
   * Called inside a handler, or anything else that runs within a task, it says that this code takes so long: time
   * passes and nothing else happens. What is due by then comes after the task, and global calls that wait for its
   * thread may time out.
   *
   * @throws as `workers.run`; ToolError `FOW_BAD_TIME` when it is no number from 0 on, `FOW_TIMERS_NOT_FAKED`.
   */
  advance(milliseconds: number): void {
    if (!Number.isFinite(milliseconds) || milliseconds < 0) throw badTime(milliseconds);
    const { clock, kernel } = this.#world.session;
    const target = clock.now + milliseconds;
    if (kernel.current !== undefined) return clock.advanceTo(target);
    const budget = new Budget(this.#world, {}, target);
    this.#runDue(budget);
    for (let due = clock.nextDue; due !== undefined && due <= target; due = clock.nextDue) this.#moveTo(due, budget);
    this.#moveTo(target, budget);
  }

  /** Moves time to the next timer and performs what is due then. Answers whether there was a timer. */
  next(): boolean {
    assertOutsideHandlers(this.#world, 'clock.next');
    const { nextDue } = this.#world.session.clock;
    if (nextDue === undefined) return false;
    this.#moveTo(nextDue, new Budget(this.#world));
    return true;
  }

  /** Moves time on until no timer is left. An interval never ends: then the budget of steps does. */
  runAll(): void {
    assertOutsideHandlers(this.#world, 'clock.runAll');
    const { clock } = this.#world.session;
    const budget = new Budget(this.#world, {}, Number.POSITIVE_INFINITY);
    this.#runDue(budget);
    for (let due = clock.nextDue; due !== undefined; due = clock.nextDue) this.#moveTo(due, budget);
  }

  /**
   * Makes the wall clock of the workers read `date`, a `Date` or milliseconds since the Unix epoch; it goes on from
   * there, until the end of the test, `describe` block or file that is going on. Timers and `performance.now()` don't
   * notice. Without an argument: what it would read had it never been set.
   *
   * @throws ToolError `FOW_BAD_TIME`, `FOW_TIMERS_NOT_FAKED`
   */
  setSystemTime(date?: number | Date): void {
    const milliseconds = typeof date === 'object' ? date?.valueOf() : date;
    if (date !== undefined && !Number.isFinite(milliseconds)) throw badDate(date);
    this.#world.untilScopeEnds(this.#world.time.setDate(milliseconds));
  }

  #moveTo(time: number, budget: Budget): void {
    this.#world.time.moveTo(Math.max(time, this.now), budget);
    this.#runDue(budget);
  }

  #runDue(budget: Budget): void {
    this.#world.session.kernel.yieldControl();
    this.#world.guarded(() => {
      while (budget.perform() !== undefined);
    });
  }
}
