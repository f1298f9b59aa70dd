import type { World } from './world';

/** Performs what is due whenever the host yields to the event loop: one task in each turn. */
export class Autopilot {
  #cancel: (() => void) | undefined;
  #sleeping = false;
  /** How many others perform tasks just now. */
  #resting = 0;

  constructor(private readonly world: World) {}

  /** There may be something to do. */
  wake(): void {
    if (this.#resting > 0 || (this.#cancel !== undefined && !this.#sleeping)) return;
    this.#plan(0);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Somebody else performs tasks, until {@link goOn}. */
  rest(): void {
    this.#resting++;
    this.stop();
  }

  goOn(): void {
    this.#resting--;
    if (this.world.settings.mode === 'auto') this.wake();
  }

  /** There is one plan at a time. */
  #plan(milliseconds: number): void {
    this.#cancel?.();
    this.#sleeping = milliseconds > 0;
    this.#cancel = this.world.surroundings.later(milliseconds, () => this.#turn());
  }

  #turn(): void {
    this.#cancel = undefined;
    const { mode, clock: kind } = this.world.settings;
    if (mode !== 'auto') return;
    const { clock } = this.world.session;
    if (this.#performNext()) this.#plan(0);
    else if (kind === 'real' && clock.nextDue !== undefined) this.#plan(Math.max(1, clock.nextDue - clock.now));
  }

  #performNext(): boolean {
    const { kernel, uncaught } = this.world.session;
    try {
      return this.world.guardedTurn(() => {
        this.world.drainRealms();
        kernel.yieldControl();
        return this.world.performUnattended() !== undefined;
      });
    } catch (error) {
      uncaught.add({ error, worker: undefined, context: 'in auto mode' });
      return true;
    }
  }
}
