import type { AppProcess } from './app-process';
import { reportFailure } from './error-routes';
import type { ThreadRules } from './guest';
import type { JsThread, WaitingTimer } from './js-thread';
import type { TimerTask } from './tasks';
import { type Callable, callUser, isCallable } from './user-callback';

type TimerRules = ThreadRules['timers'];

/** The timer functions of a worker's thread (L-131 to L-134), on the world's clock. */
export function createTimerRules(app: AppProcess, thread: JsThread): TimerRules {
  const clear = ([id]: readonly unknown[]): void => {
    if (typeof id === 'number') thread.timers.get(id)?.stop();
  };
  return {
    setTimeout: (args) => setTimer(app, thread, args, false),
    setInterval: (args) => setTimer(app, thread, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

function setTimer(app: AppProcess, thread: JsThread, args: readonly unknown[], repeats: boolean): number | undefined {
  const [callback, delay, ...rest] = args;
  if (args.length === 0) {
    const message = 'Parameter error. The input callback of StartTimeoutOrInterval is empty.';
    throw thread.kit.error(message, undefined, undefined);
  }
  if (!isCallable(callback)) return undefined;
  const milliseconds = typeof delay === 'number' ? delay | 0 : 0;
  const period = repeats ? Math.max(1, milliseconds) : undefined;
  const id = app.nextTimerId();
  if (thread.record?.stopped) return id;
  new Timer(app, thread, id, callback, rest, period).start(milliseconds < 0 ? 1 : milliseconds);
  return id;
}

class Timer implements WaitingTimer {
  readonly task: TimerTask;
  #active = true;
  #cancelWait: () => void = () => undefined;

  constructor(
    private readonly app: AppProcess,
    private readonly thread: JsThread,
    id: number,
    private readonly callback: Callable,
    private readonly args: unknown[],
    /** Milliseconds between calls; `undefined` for a timeout. */
    private readonly period: number | undefined,
  ) {
    this.task = { kind: 'timer', thread, timerId: id, fire: () => this.#fire() };
  }

  start(delay: number): void {
    this.thread.timers.set(this.task.timerId, this);
    this.app.ports.locateTimer(this.task);
    this.#wait(delay);
  }

  stop(): void {
    this.#active = false;
    this.thread.timers.delete(this.task.timerId);
    this.#cancelWait();
  }

  #wait(delay: number): void {
    const { clock } = this.app;
    const handle = clock.schedule(delay, () => this.#queue());
    if (delay > 0) this.#cancelWait = () => clock.cancel(handle);
  }

  #queue(): void {
    const { kernel } = this.app;
    const { agent, timerLane } = this.thread;
    if (timerLane === undefined) return;
    const task = kernel.queue(agent, timerLane, this.task);
    this.#cancelWait = () => agent.inbox.remove(task);
  }

  /** A timeout is done when it fires; an interval that throws is removed (L-53, L-133). */
  #fire(): void {
    if (this.period === undefined) this.stop();
    const outcome = callUser(this.thread, this.callback, undefined, this.args);
    if (outcome.threw) {
      this.stop();
      if (this.thread.record !== undefined) reportFailure(this.app, this.thread.record, outcome.error);
    } else if (this.#active && this.period !== undefined) this.#wait(this.period);
  }
}
