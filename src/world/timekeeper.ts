import { Budget } from './budget';
import { FakePace, type Pace, RealPace, VirtualPace } from './pace';
import { timersNotFaked } from './usage-errors';
import type { World } from './world';

/** Keeps the time of the world's session, by the option `clock`. */
export class Timekeeper {
  #pace: Pace | undefined;
  /** The session's clock that follows the pace. */
  #clock: World['session']['clock'] | undefined;
  /** Which of the times that the test has faked one after the other it is. */
  #era = 0;
  /** Of the call of the test that moves the time. */
  #budget: Budget | undefined;
  #depth = 0;

  constructor(private readonly world: World) {}

  /** A session has begun, or the option has changed. */
  begin(): void {
    const { clock } = this.world.session;
    this.#depth = 0;
    this.#pace?.tasksWait?.(false);
    if (this.#clock !== clock) this.#clock?.follow(undefined);
    this.#clock = clock;
    this.#pace = this.#createPace();
    this.#follow(this.#pace);
  }

  /** The wall clock's reading, in milliseconds since the Unix epoch. */
  get date(): number {
    return Math.floor(this.#kept.date());
  }

  /**
   * Answers how to undo it.
   *
   * @throws ToolError `FOW_TIMERS_NOT_FAKED`
   */
  setDate(date: number | undefined): () => void {
    this.assertKept();
    return this.#kept.setDate(date);
  }

  /**
   * Moves time forward, at most to the next timer that is due.
   *
   * @param budget of what is performed on the way.
   * @throws ToolError `FOW_TIMERS_NOT_FAKED`
   */
  moveTo(time: number, budget: Budget): void {
    this.assertKept();
    this.#budget = budget;
    try {
      this.#kept.moveTo(time);
    } finally {
      this.#budget = undefined;
    }
  }

  /** @throws ToolError `FOW_TIMERS_NOT_FAKED` when there is no time to follow. */
  assertKept(): void {
    this.#kept.assertKept?.();
    this.followLatest();
  }

  /** The test may have faked its timers anew, or cleared them, and all that were set are gone. */
  followLatest(): void {
    if (this.world.settings.clock === 'jest' && this.world.surroundings.fakeTime.era !== this.#era) this.begin();
  }

  /** A task was queued. */
  taskArrived(): void {
    if (this.#depth === 0) this.#kept.tasksWait?.(true);
  }

  /** Performs tasks: before, what has become due arrives; afterwards the time that they took has passed. */
  during<T>(body: () => T): T {
    const { clock, kernel } = this.world.session;
    if (this.#depth === 0) this.followLatest();
    clock.catchUp();
    const outer = this.#depth++;
    try {
      return body();
    } finally {
      // What was cut off inside has not come to its own end.
      this.#depth = outer;
      if (this.#depth === 0 && kernel.current === undefined) this.#rest();
    }
  }

  #rest(): void {
    const { clock, kernel } = this.world.session;
    if (clock.ahead > 0) this.#catchUp();
    this.#kept.tasksWait?.(!kernel.isIdle);
  }

  #catchUp(): void {
    this.#depth++;
    try {
      this.#kept.catchUp?.();
    } finally {
      this.#depth--;
    }
  }

  /** Time has moved, and nobody of ours has moved it. */
  #performDue(): void {
    const { session } = this.world;
    if (session.kernel.current !== undefined) return;
    session.kernel.yieldControl();
    const budget = this.#budget ?? new Budget(this.world);
    this.world.guarded(() => {
      while (budget.perform() !== undefined);
    });
  }

  get #kept(): Pace {
    this.#pace ??= this.#createPace();
    return this.#pace;
  }

  #createPace(): Pace {
    const { session, settings, surroundings } = this.world;
    switch (settings.clock) {
      case 'virtual':
        return new VirtualPace(session);
      case 'real':
        return new RealPace(session, surroundings);
      case 'jest':
        return new FakePace(session, surroundings.fakeTime, () => this.#performDue(), timersNotFaked);
    }
  }

  #follow(pace: Pace): void {
    this.world.session.clock.follow(pace.source);
    this.#era = this.world.surroundings.fakeTime.era;
  }
}
