/** A timer on the clock; `due` is in milliseconds of virtual time. */
interface ClockTimer {
  readonly id: number;
  readonly due: number;
  readonly fire: () => void;
  /** Takes the wake-up back that the source was asked for. */
  unplan: (() => void) | undefined;
}

/** Time that passes outside, in milliseconds since some moment; it never goes back. */
export interface TimeSource {
  now(): number;
  /** A timer has been set: calls `wake` when so many milliseconds have passed. Answers how to take that back. */
  wakeAfter?(milliseconds: number, wake: () => void): () => void;
}

/** Virtual time in milliseconds. It stands still until somebody moves it, or follows a source. */
export class VirtualClock {
  #now = 0;
  #lastId = 0;
  #source: TimeSource | undefined;
  /** What the source said when this clock showed 0. */
  #zero = 0;
  /** Sorted by due time, then by id, so that firing order is total. */
  readonly #timers: ClockTimer[] = [];
  readonly #byId = new Map<number, ClockTimer>();

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#source === undefined ? this.#now : Math.max(this.#now, this.#source.now() - this.#zero);
  }

  /** By how many milliseconds somebody has moved it before the source. */
  get ahead(): number {
    return this.#source === undefined ? 0 : Math.max(0, this.#now - (this.#source.now() - this.#zero));
  }

  /** When the next timer is due, `undefined` when none is set. */
  get nextDue(): number | undefined {
    return this.#timers[0]?.due;
  }

  get size(): number {
    return this.#timers.length;
  }

  /** From now on time passes as that of the source does, or stands still again. The timers stay. */
  follow(source: TimeSource | undefined): void {
    this.#now = this.now;
    for (const timer of this.#timers) timer.unplan?.();
    this.#source = source;
    this.#zero = source === undefined ? 0 : source.now() - this.#now;
    for (const timer of this.#timers) this.#plan(timer);
  }

  /** Calls `fire` once the clock has reached `now + delay`; at once when `delay` is 0. Answers an id for `cancel`. */
  schedule(delay: number, fire: () => void): number {
    const id = ++this.#lastId;
    if (delay <= 0) {
      fire();
      return id;
    }
    const timer: ClockTimer = { id, due: this.now + delay, fire, unplan: undefined };
    this.#timers.splice(this.#countUpTo(timer.due, id), 0, timer);
    this.#byId.set(id, timer);
    this.#plan(timer);
    return id;
  }

  cancel(id: number): void {
    const timer = this.#byId.get(id);
    if (timer === undefined) return;
    this.#timers.splice(this.#countUpTo(timer.due, id) - 1, 1);
    this.#forget(timer);
  }

  /** Moves the time forward to `time`, firing what is due by then in due order. */
  advanceTo(time: number): void {
    this.#fireUpTo(time, Number.POSITIVE_INFINITY);
    this.#now = Math.max(this.#now, time);
  }

  /** Fires what has become due meanwhile, if the source wakes nobody. */
  catchUp(): void {
    if (this.#source?.wakeAfter === undefined) this.#fireUpTo(this.now, Number.POSITIVE_INFINITY);
  }

  #plan(timer: ClockTimer): void {
    timer.unplan = this.#source?.wakeAfter?.(timer.due - this.now, () => this.#fireUpTo(timer.due, timer.id));
  }

  #fireUpTo(due: number, id: number): void {
    for (let next = this.#timers[0]; isNoLater(next, due, id); next = this.#timers[0]) {
      this.#timers.shift();
      this.#forget(next);
      this.#now = Math.max(this.#now, next.due);
      next.fire();
    }
  }

  #forget(timer: ClockTimer): void {
    this.#byId.delete(timer.id);
    timer.unplan?.();
  }

  /** How many timers come no later than one with this due time and id. */
  #countUpTo(due: number, id: number): number {
    let [low, high] = [0, this.#timers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isNoLater(this.#timers[middle], due, id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isNoLater(timer: ClockTimer | undefined, due: number, id: number): timer is ClockTimer {
  return timer !== undefined && (timer.due < due || (timer.due === due && timer.id <= id));
}
