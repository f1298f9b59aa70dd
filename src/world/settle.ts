import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { Budget } from './budget';
import { assertOutsideHandlers } from './run';
import type { World } from './world';

/** What an agent still waits on when everything has come to rest. */
export interface Waiting {
  readonly agent: string;
  /** `link`: it keeps something back. `timers`: virtual time would have to pass. `promise`: the one given as `until`. */
  readonly on: 'timers' | 'promise' | 'link';
  readonly count: number;
}

export interface SettleReport {
  /** `idle`: nothing is left to do. `stuck`: somebody waits for something that doesn't come by itself. */
  readonly state: 'idle' | 'stuck';
  /** How many tasks were performed. */
  readonly delivered: number;
  readonly waitingOn: readonly Waiting[];
}

export interface SettleOptions {
  /** Stop as soon as this promise is settled; while it isn't, its wait counts as the host's. */
  readonly until?: PromiseLike<unknown>;
  readonly maxSteps?: number;
}

/** Runs until quiet. The host gets a turn of the real event loop after each of its callbacks. */
export async function settle(world: World, options: SettleOptions): Promise<SettleReport> {
  assertOutsideHandlers(world, 'settle');
  const budget = new Budget(world, options);
  const target = watch(options.until);
  const { session } = world;
  // A settle that nobody awaited must not go on in the next test.
  while (!target.settled && world.session === session) {
    const quiet = world.watched(() => performUpToHost(world, budget)) === undefined;
    await world.surroundings.nextTurn();
    world.drainRealms();
    if (quiet && world.session.kernel.legal().length === 0) break;
  }
  const waitingOn = [...waitingTimers(world), ...waitingLinks(world), ...target.waiting()];
  return { state: waitingOn.length === 0 ? 'idle' : 'stuck', delivered: budget.spent, waitingOn };
}

/** Performs tasks up to one of the main thread, and answers that one. */
function performUpToHost(world: World, budget: Budget): Task<WorkerTask> | undefined {
  const { kernel, app } = world.session;
  for (;;) {
    world.drainRealms();
    kernel.yieldControl();
    const task = budget.perform();
    if (task === undefined || task.agent === app.main.agent) return task;
  }
}

function waitingTimers({ session }: World): Waiting[] {
  const waiting = session.app.workers.filter(({ stopped, thread }) => !stopped && thread.timers.size > 0);
  return waiting.map(({ label, thread }) => ({ agent: label, on: 'timers', count: thread.timers.size }));
}

function waitingLinks({ links }: World): Waiting[] {
  return links.busy.map(({ receiver, waiting }) => ({ agent: receiver.name, on: 'link', count: waiting.length }));
}

function watch(promise: PromiseLike<unknown> | undefined): { readonly settled: boolean; waiting(): Waiting[] } {
  let settled = false;
  const done = (): void => {
    settled = true;
  };
  promise?.then(done, done);
  return {
    get settled() {
      return settled;
    },
    waiting: () => (promise === undefined || settled ? [] : [{ agent: 'host', on: 'promise', count: 1 }]),
  };
}
