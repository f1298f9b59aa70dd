/** A timer on the clock; `due` is in milliseconds of virtual time. */
interface ClockTimer {
  readonly id: number;
  readonly due: number;
  readonly fire: () => void;
}

/** Virtual time in milliseconds. It stands still until somebody moves it. */
export class VirtualClock {
  #now = 0;
  #lastId = 0;
  /** Sorted by due time, then by id, so that firing order is total. */
  readonly #timers: ClockTimer[] = [];

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#now;
  }

  /** When the next timer is due, `undefined` when none is set. */
  get nextDue(): number | undefined {
    return this.#timers[0]?.due;
  }

  get size(): number {
    return this.#timers.length;
  }

  /** Calls `fire` once the clock has reached `now + delay`; at once when `delay` is 0. Answers an id for `cancel`. */
  schedule(delay: number, fire: () => void): number {
    const timer: ClockTimer = { id: ++this.#lastId, due: this.#now + Math.max(0, delay), fire };
    if (timer.due <= this.#now) {
      fire();
      return timer.id;
    }
    const after = this.#timers.findIndex((other) => other.due > timer.due);
    this.#timers.splice(after < 0 ? this.#timers.length : after, 0, timer);
    return timer.id;
  }

  cancel(id: number): void {
    const at = this.#timers.findIndex((timer) => timer.id === id);
    if (at >= 0) this.#timers.splice(at, 1);
  }

  /** Moves the time forward to `time`, firing what is due by then in due order. */
  advanceTo(time: number): void {
    for (let next = this.#timers[0]; next !== undefined && next.due <= time; next = this.#timers[0]) {
      this.#timers.shift();
      this.#now = next.due;
      next.fire();
    }
    this.#now = Math.max(this.#now, time);
  }
}
