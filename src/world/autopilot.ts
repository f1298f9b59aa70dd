import type { World } from './world';

/** Performs what is due whenever the host yields to the event loop: one task in each turn, timers in real time. */
export class Autopilot {
  #cancel: (() => void) | undefined;
  #sleeping = false;
  /** Real time at which the clock showed 0, in milliseconds. */
  #zero: number | undefined;

  constructor(private readonly world: World) {}

  /** There may be something to do. */
  wake(): void {
    if (this.#cancel !== undefined && !this.#sleeping) return;
    this.#cancel?.();
    this.#plan(0);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#zero = undefined;
  }

  #plan(milliseconds: number): void {
    this.#sleeping = milliseconds > 0;
    this.#cancel = this.world.surroundings.later(milliseconds, () => this.#turn());
  }

  #turn(): void {
    this.#cancel = undefined;
    if (this.world.settings.mode !== 'auto') return;
    this.#followRealTime();
    const { clock } = this.world.session;
    if (this.#performNext()) this.#plan(0);
    else if (clock.nextDue !== undefined) this.#plan(Math.max(1, clock.nextDue - clock.now));
  }

  #performNext(): boolean {
    const { kernel, uncaught } = this.world.session;
    try {
      return this.world.watched(() => {
        this.world.drainRealms();
        kernel.yieldControl();
        return kernel.step() !== undefined;
      });
    } catch (error) {
      uncaught.add({ error, worker: undefined, context: 'in auto mode' });
      return true;
    }
  }

  #followRealTime(): void {
    const { clock } = this.world.session;
    const real = this.world.surroundings.realNow();
    // The test may have moved the clock ahead of real time: it goes on from there.
    this.#zero = Math.min(this.#zero ?? Number.POSITIVE_INFINITY, real - clock.now);
    clock.advanceTo(real - this.#zero);
  }
}
