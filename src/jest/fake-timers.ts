import type { FakeTime } from '../world';

/** The clock of Jest's modern fake timers, which its library keeps at each function that it has faked. */
interface FakeClock {
  /** The date that it shows. */
  readonly now: number;
  /** Whether a timer's callback is running. */
  duringTick?: boolean;
  /** Those that wait: another object after they were cleared. */
  readonly timers?: object;
  /** Seconds and nanoseconds since it was made, however the date was set. */
  hrtime(): readonly [number, number];
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  setSystemTime(date: number): void;
  tick(milliseconds: number): void;
}

/** Whichever of them the test has not excluded from being faked. */
const fakeable = ['setTimeout', 'Date', 'setInterval', 'setImmediate', 'clearTimeout'] as const;

type Globals = Partial<
  Record<(typeof fakeable)[number], { readonly clock?: FakeClock; readonly _isMockFunction?: true }>
>;

/** The time of the test's realm as `jest.useFakeTimers()` fakes it. */
export class FakeTimers implements FakeTime {
  #clock: FakeClock | undefined;
  #timers: object | undefined;
  #era = 0;
  /** What the clock showed when it was looked at last. */
  #shown = 0;
  /** What all clocks before it have shown. */
  #before = 0;
  /** The date at which the clock began. */
  #birth = 0;

  constructor(private readonly globals: Globals) {}

  get timers(): FakeTime['timers'] {
    if (this.#find() !== undefined) return 'faked';
    return this.globals.setTimeout?._isMockFunction === true ? 'legacy' : 'real';
  }

  get era(): number {
    this.#look();
    return this.#era;
  }

  now(): number {
    this.#look();
    return this.#before + this.#shown;
  }

  date(): number {
    return Date.now();
  }

  setDate(date: number | undefined): void {
    this.#look();
    this.#clock?.setSystemTime(date ?? this.#birth + this.#shown);
  }

  later(milliseconds: number, callback: () => void): () => void {
    const clock = this.#find();
    if (clock === undefined) return () => undefined;
    // Inside a callback Jest makes 1 ms out of 0; what a task waits for is no timer.
    const { duringTick = false } = clock;
    clock.duringTick = false;
    const timer = clock.setTimeout(callback, milliseconds);
    clock.duringTick = duringTick;
    return () => clock.clearTimeout(timer);
  }

  advance(milliseconds: number): void {
    this.#find()?.tick(milliseconds);
  }

  /** Nothing moves while the timers are real, and a new clock goes on where the one before it ended. */
  #look(): void {
    const clock = this.#find() ?? this.#clock;
    if (clock === undefined) return;
    const shown = millisecondsOf(clock);
    if (clock !== this.#clock || this.#isCleared(clock, shown)) {
      this.#before += this.#clock === undefined ? -shown : this.#lastShown(clock);
      this.#birth = clock.now - shown;
      this.#clock = clock;
      this.#era++;
    }
    this.#timers = clock.timers;
    this.#shown = shown;
  }

  #isCleared({ timers }: FakeClock, shown: number): boolean {
    return shown < this.#shown || (this.#timers !== undefined && timers !== this.#timers);
  }

  /** What the clock showed when it was replaced by this one, or cleared. */
  #lastShown(next: FakeClock): number {
    const last = this.#clock;
    return last === undefined || last === next ? this.#shown : Math.max(this.#shown, millisecondsOf(last));
  }

  #find(): FakeClock | undefined {
    for (const name of fakeable) {
      const clock = this.globals[name]?.clock;
      if (clock !== undefined) return clock;
    }
    return undefined;
  }
}

function millisecondsOf(clock: FakeClock): number {
  const [seconds, nanoseconds] = clock.hrtime();
  return seconds * 1_000 + Math.floor(nanoseconds / 1e6);
}
