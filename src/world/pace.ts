import type { TimeSource } from '../kernel';
import type { Session } from './session';
import type { FakeTime, Surroundings } from './surroundings';

/** The world's time 0: 2026-01-01T00:00:00Z. */
const epoch = Date.UTC(2026, 0, 1);

/** How time passes, by the option `clock`. */
export interface Pace {
  /** What the world's clock follows. Without one it stands still until the test moves it. */
  readonly source?: TimeSource;
  /** The wall clock's reading, in milliseconds since the Unix epoch. */
  date(): number;
  /** Makes it read so much, or what it would read if it had never been set. Answers how to undo that. */
  setDate(date: number | undefined): () => void;
  /** Moves time forward to `time` of the world's clock. */
  moveTo(time: number): void;
  /** A task has moved the world's clock ahead of its source. */
  catchUp?(): void;
  /** Whether tasks wait for somebody to perform them. */
  tasksWait?(waiting: boolean): void;
  /** Throws when there is no time to follow. */
  assertKept?(): void;
}

/** A wall clock that can be set, whatever time it shows by itself. */
abstract class SettableDate {
  #shift = 0;

  /** What it reads if it has never been set. */
  protected abstract unsetDate(): number;

  date(): number {
    return this.unsetDate() + this.#shift;
  }

  setDate(date: number | undefined): () => void {
    const before = this.#shift;
    this.#shift = date === undefined ? 0 : date - this.unsetDate();
    return () => {
      this.#shift = before;
    };
  }
}

/** Time stands still until the test moves it. */
export class VirtualPace extends SettableDate implements Pace {
  constructor(private readonly session: Session) {
    super();
  }

  protected unsetDate(): number {
    return epoch + this.session.clock.now;
  }

  moveTo(time: number): void {
    this.session.clock.advanceTo(time);
  }
}

/** Time is that of the machine, and what the test has skipped of it. */
export class RealPace extends SettableDate implements Pace {
  readonly source: TimeSource;
  #skipped = 0;

  constructor(
    private readonly session: Session,
    private readonly surroundings: Surroundings,
  ) {
    super();
    // Timers, traces and the dates of a device know whole milliseconds alone.
    this.source = { now: () => Math.floor(surroundings.realNow()) };
  }

  protected unsetDate(): number {
    return this.surroundings.realDate() + this.#skipped + this.session.clock.ahead;
  }

  moveTo(time: number): void {
    this.session.clock.advanceTo(time);
    this.catchUp();
  }

  catchUp(): void {
    const { clock } = this.session;
    this.#skipped += clock.ahead;
    clock.follow(this.source);
  }
}

/** Time is that of the timers that the test has faked: each timer of a worker is one of them, too. */
export class FakePace implements Pace {
  readonly source: TimeSource;
  #takeBack: (() => void) | undefined;

  constructor(
    private readonly session: Session,
    private readonly time: FakeTime,
    private readonly performDue: () => void,
    private readonly notFaked: (timers: 'real' | 'legacy') => Error,
  ) {
    this.source = {
      now: () => time.now(),
      wakeAfter: (milliseconds, wake) =>
        time.later(milliseconds, () => {
          wake();
          performDue();
        }),
    };
  }

  date(): number {
    return this.time.date() + this.session.clock.ahead;
  }

  setDate(date: number | undefined): () => void {
    const { time } = this;
    const [era, shift] = [time.era, time.date() - time.now()];
    time.setDate(date);
    return () => {
      if (time.timers === 'faked' && time.era === era) time.setDate(time.now() + shift);
    };
  }

  moveTo(time: number): void {
    this.time.advance(time - this.session.clock.now);
  }

  catchUp(): void {
    this.time.advance(this.session.clock.ahead);
  }

  /** As soon as the faked time moves at all, they are performed. */
  tasksWait(waiting: boolean): void {
    if (!waiting) {
      this.#takeBack?.();
      this.#takeBack = undefined;
    } else
      this.#takeBack ??= this.time.later(0, () => {
        this.#takeBack = undefined;
        this.performDue();
      });
  }

  assertKept(): void {
    const { timers } = this.time;
    if (timers !== 'faked') throw this.notFaked(timers);
  }
}
