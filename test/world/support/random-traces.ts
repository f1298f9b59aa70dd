import fc from 'fast-check';
import type { TraceView } from '../../../src/trace';
import { type InlineWorld, inlineWorld } from './inline-world';
import type { HostWorker } from './platform-objects';

/** Does what it is told; a number stands for a message that it answers. */
const script = `
  const port = worker.workerPort;
  const children = [];
  const does = {
    close: () => port.close(),
    throw: () => { throw new Error('thrown'); },
    call: () => port.callGlobalCallObjectMethod('store', 'get', 100),
    timer: () => void globals.setTimeout(() => port.postMessage('late'), 5),
    print: () => globals.console.log('printed'),
    child: () => {
      const child = new worker.ThreadWorker('w.ts');
      child.onmessage = () => {};
      child.onerror = () => {};
      child.registerGlobalCallObject('store', { get: () => 1 });
      child.postMessage(1);
      children.push(child);
    },
    ask: () => children.at(-1)?.postMessage('call'),
    rid: () => children.at(-1)?.terminate(),
  };
  port.onmessage = ({ data }) => {
    if (typeof data === 'number') port.postMessage(data);
    else does[data]();
  };
`;

const orders = ['close', 'throw', 'call', 'timer', 'print', 'child', 'ask', 'rid'] as const;

interface Stage extends InlineWorld {
  readonly made: HostWorker[];
}

interface Action {
  readonly does: keyof typeof deeds;
  /** Which worker it is about. */
  readonly which: number;
  readonly data: number | (typeof orders)[number];
  /** Whether it is about the way back to the host. */
  readonly back: boolean;
}

/** What the test can do; what is impossible, or refused by the platform, is left out. */
const deeds = {
  new: ({ made, worker }: Stage) => void made.push(constructed(worker.ThreadWorker)),
  post: (stage: Stage, action: Action) => void chosen(stage, action).postMessage(action.data),
  step: ({ workers }: Stage) => void workers.step(),
  other: ({ workers }: Stage) => void workers.step(workers.pending.at(-1)),
  run: ({ workers }: Stage) => void workers.run(),
  advance: ({ workers }: Stage) => workers.clock.advance(5),
  terminate: (stage: Stage, action: Action) => void chosen(stage, action).terminate(),
  crash: (stage: Stage, action: Action) => stage.workers.inject.crash(chosen(stage, action)),
  hostGone: (stage: Stage, action: Action) => stage.workers.inject.hostGone(chosen(stage, action)),
  callTimeout: (stage: Stage, action: Action) => stage.workers.inject.callTimeout(chosen(stage, action)),
  messageError: (stage: Stage, action: Action) => stage.workers.inject.messageError(...ends(stage, action)),
  startFailure: ({ workers }: Stage) => workers.inject.startFailure(),
  hold: (stage: Stage, action: Action) => linkOf(stage, action).hold(),
  release: (stage: Stage, action: Action) => linkOf(stage, action).release(1),
  restore: (stage: Stage, action: Action) => linkOf(stage, action).restore(),
  delay: (stage: Stage, action: Action) => linkOf(stage, action).delay(5),
  duplicate: (stage: Stage, action: Action) => linkOf(stage, action).duplicate(),
  drop: (stage: Stage, action: Action) => linkOf(stage, action).drop(({ data }) => data === 1),
} as const;

const rarely = ['terminate', 'crash', 'hostGone', 'callTimeout', 'messageError', 'startFailure', 'new'] as const;
const often = ['hold', 'release', 'restore', 'delay', 'duplicate', 'drop', 'run', 'advance'] as const;

/** Random programs, with all that links and faults can do to them. */
export const randomPrograms: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.record({
    does: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...often) },
      { weight: 1, arbitrary: fc.constantFrom(...rarely) },
      { weight: 8, arbitrary: fc.constantFrom('post' as const, 'step' as const, 'other' as const) },
    ),
    which: fc.nat({ max: 3 }),
    data: fc.oneof(fc.nat({ max: 3 }), fc.constantFrom(...orders)),
    back: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
);

/** The trace of a program on two workers. */
export function traceOf(program: readonly Action[]): TraceView {
  const stage: Stage = { ...inlineWorld({ 'w.ts': script }, { onUnhandled: 'ignore' }), made: [] };
  deeds.new(stage);
  deeds.new(stage);
  for (const action of program) attempt(() => deeds[action.does](stage, action));
  for (let round = 0; round < 3; round++) attempt(() => deeds.run(stage));
  return stage.workers.trace;
}

/** Whatever becomes of it: an error that nobody has caught, or a refusal, is left out. */
function attempt(deed: () => void): void {
  try {
    deed();
  } catch {}
}

function constructed(ThreadWorker: new (...args: unknown[]) => HostWorker): HostWorker {
  const wk = new ThreadWorker('w.ts');
  wk.onmessage = () => undefined;
  wk.onerror = () => undefined;
  wk.registerGlobalCallObject('store', { get: () => 1 });
  return wk;
}

function chosen({ made }: Stage, { which }: Action): HostWorker {
  const wk = made[which % made.length];
  if (wk === undefined) throw new RangeError('no worker has been constructed');
  return wk;
}

function ends(stage: Stage, action: Action): [from: string | object, to: string | object] {
  const wk = chosen(stage, action);
  return action.back ? [wk, 'host'] : ['host', wk];
}

function linkOf(stage: Stage, action: Action) {
  return stage.workers.link(...ends(stage, action));
}
