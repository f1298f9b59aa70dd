import type { WorkerModule } from '../../../world/support/platform-objects';
import { type Actor, createActor, type Stage } from '../actor';
import { routineCount } from '../limits';
import type { Driver } from '../perform-program';
import { createModule } from './module';
import type { Mutant } from './mutants';
import { type ModelLimits, ModelProcess } from './process';
import type { Sight } from './sights';
import type { ModelTask, ModelThread } from './thread';
import { Unheard } from './unheard';
import type { ModelWorker } from './worker';

export interface ModelOptions {
  readonly limits: ModelLimits;
  /** Hears of everything that is interesting about a program. */
  readonly seen: (what: Sight) => void;
  /** Hears of what no rule decides: nothing after it can be compared. */
  readonly undetermined: (what: string) => void;
  readonly mutant: Mutant | undefined;
}

/** The model as a world that programs can be performed in. */
export function createModelDriver(stage: Stage, options: ModelOptions): Driver {
  const process = new ModelProcess(options.limits, options.seen, options.undetermined, options.mutant);
  const routineOf = (url: string): number => (url.startsWith('r') ? Number(url.slice(1)) : Number.NaN);
  const isScript = (url: string): boolean => routineOf(url) < routineCount;
  const evaluate = (url: string, { thread }: ModelWorker): void => actorOf(thread).perform(routineOf(url));
  const actorOf = (thread: ModelThread): Actor =>
    createActor({
      stage,
      module: createModule(thread, isScript, evaluate) as unknown as WorkerModule,
      loop: thread.isMain ? undefined : loopOf(thread),
    });
  const step = (choose?: (busy: readonly ModelThread[]) => ModelThread | undefined): string => {
    process.takeControl();
    const tasks = process.threads.map((thread) => ({ task: thread.head?.task, to: thread.name }));
    const done = process.perform(choose);
    return done === undefined ? 'idle' : describe(done, tasks.find(({ task }) => task === done)?.to);
  };
  const mainThread = actorOf(process.main);
  return {
    mainThread,
    run: () => process.run(),
    step,
    pick: (index) => step((busy) => busy[index % Math.max(1, busy.length)]),
    showUncaught: (error) => (error instanceof Unheard ? error.show(mainThread) : mainThread.show(error)),
    advance: (ms) => process.advance(ms),
    pending: () => process.pending.map(({ task, to }) => describe(task, to)),
    states: () => process.workers.map(stateOf),
  };
}

function loopOf(thread: ModelThread) {
  const set =
    (repeats: boolean) =>
    (act: unknown, delay: unknown, ...args: unknown[]): number =>
      thread.setTimer(() => (act as (...args: unknown[]) => unknown)(...args), delay as number, repeats);
  return {
    job: (act: () => void) => thread.job(act),
    setTimeout: set(false),
    setInterval: set(true),
    clearTimeout: (id: unknown) => thread.clearTimer(id),
  };
}

function describe({ kind, from }: ModelTask, to: string | undefined): string {
  return `${kind} ${from}>${to}`;
}

/** A worker whose parent died has no exit code. */
function stateOf({ name, state, exitCode, exited, told }: ModelWorker): string {
  const { posted, received, portPosted, portReceived } = told;
  return `${name} ${state}${exited ? ` ${exitCode}` : ''} ${posted}>${portReceived} ${portPosted}>${received}`;
}
