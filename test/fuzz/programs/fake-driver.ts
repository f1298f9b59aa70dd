import type { WorkerHandle } from '../../../src/world';
import { inlineWorld } from '../../world/support/inline-world';
import { createActor, type Stage } from './actor';
import { limits, routineCount } from './limits';
import type { Driver } from './perform-program';

interface View {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** What a worker's realm gets; the actor is made from its source, so that it belongs to the realm. */
const scriptOf = (routine: number): string => `
  const actor = (${createActor.toString()})({
    stage: globals.stage,
    module: worker,
    loop: {
      job: (act) => void Promise.resolve().then(act).catch(() => undefined),
      setTimeout: globals.setTimeout,
      setInterval: globals.setInterval,
      clearTimeout: globals.clearTimeout,
    },
  });
  actor.perform(${routine});
`;

const scripts: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: routineCount }, (_, routine) => [`r${routine}`, scriptOf(routine)]),
);

/** The fake as a world that programs can be performed in: each worker has a real realm. */
export function createFakeDriver(stage: Stage): Driver {
  const { worker, workers } = inlineWorld(scripts, { limits, onUnhandled: 'ignore' }, { stage });
  const mainThread = createActor({ stage, module: worker, loop: undefined });
  return {
    mainThread,
    run: () => void workers.run(),
    step: () => describe(workers.step()),
    pick: (index) => {
      const { pending } = workers;
      const busy = workers.all.map(({ label }) => label);
      const threads = ['host', ...busy].filter((name) => pending.some(({ to }) => to === name));
      const thread = threads[index % Math.max(1, threads.length)];
      const first = pending.find(({ to }) => to === thread);
      return describe(workers.step(first));
    },
    showUncaught: (error) => showUnheard(error) ?? mainThread.show(error),
    advance: (ms) => workers.clock.advance(ms),
    pending: () => workers.pending.map(describe),
    states: () => workers.all.map(stateOf),
  };
}

/** An error of a worker that no handler hears of (L-56): anything else than an Error is told inside of one. */
function showUnheard(error: unknown): string | undefined {
  const [, name] = /^Uncaught .*: (\S+) has no onerror and no "error" listener/s.exec((error as Error)?.message) ?? [];
  return name === undefined ? undefined : `a value of ${name}`;
}

/** The state of a worker, and how many messages each side has posted and was given. */
function stateOf({ label, state, exitCode, posted, received, port }: WorkerHandle): string {
  const messages = `${posted.length}>${port.received.length} ${port.posted.length}>${received.length}`;
  return `${label} ${state}${exitCode === undefined ? '' : ` ${exitCode}`} ${messages}`;
}

function describe(task: View | undefined): string {
  return task === undefined ? 'idle' : `${task.kind} ${task.from}>${task.to}`;
}
