import { describe, expect, it } from '@jest/globals';
import { realTime } from '../../src/jest/real-time';
import { type InlineWorld, inlineWorld } from './support/inline-world';

type Scripts = Parameters<typeof inlineWorld>[0];

/** A world in auto mode, whose real time stands still except for what it sleeps itself. */
function autoWorld(scripts: Scripts): InlineWorld & { readonly slept: readonly number[] } {
  let now = 0;
  const slept: number[] = [];
  const inline = inlineWorld(scripts);
  const later = (milliseconds: number, callback: () => void): (() => void) =>
    realTime.later(0, () => {
      if (milliseconds > 0) slept.push(milliseconds);
      now += milliseconds;
      callback();
    });
  Object.assign(inline.world.surroundings, { realNow: () => now, later });
  inline.workers.mode = 'auto';
  return { ...inline, slept };
}

/** As code for a device does: look again and again. */
async function poll(ready: () => boolean): Promise<void> {
  for (let turns = 0; turns < 500 && !ready(); turns++) await realTime.nextTurn();
}

const echo = 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data);';

describe('mode auto', () => {
  it('performs one task in each turn, in the order of the kernel', async () => {
    const { worker, workers } = autoWorld({ 'w.ts': echo });
    const [a, b] = [new worker.ThreadWorker('w.ts'), new worker.ThreadWorker('w.ts')];
    for (const wk of [a, b]) wk.postMessage('x');
    const turns: number[] = [];
    while (workers.pending.length > 0) {
      turns.push(workers.pending.length);
      await realTime.nextTurn();
    }
    expect(turns).toEqual([4, 3, 2, 2, 2, 1]);
    const { worker: again, run, workers: manual } = inlineWorld({ 'w.ts': echo });
    for (const wk of [new again.ThreadWorker('w.ts'), new again.ThreadWorker('w.ts')]) wk.postMessage('x');
    run();
    expect(workers.trace.text).toBe(manual.trace.text);
  });

  it('lets timers and intervals of workers fire in real time, and sleeps in between', async () => {
    const { worker, log, slept } = autoWorld({
      'w.ts': `setTimeout(() => log('timeout at ' + performance.now()), 25);
        const id = setInterval(() => { log('interval at ' + performance.now()); if (performance.now() >= 30) clearInterval(id); }, 10);`,
    });
    new worker.ThreadWorker('w.ts');
    await poll(() => log.length === 4);
    expect(log).toEqual(['interval at 10', 'interval at 20', 'timeout at 25', 'interval at 30']);
    expect(slept).toEqual([10, 10, 5, 5]);
  });

  it('lets workers of workers run, and a global call time out', async () => {
    const { worker, log } = autoWorld({
      'parent.ts': `const child = new worker.ThreadWorker('child.ts');
        child.onmessage = ({ data }) => worker.workerPort.postMessage(data);`,
      'child.ts': `setTimeout(() => worker.workerPort.postMessage(
        attempt(() => worker.workerPort.callGlobalCallObjectMethod('none', 'method', 10))), 5);`,
    });
    const wk = new worker.ThreadWorker('parent.ts');
    wk.onmessage = ({ data }) => log.push(data);
    await poll(() => log.length === 1);
    expect(log).toEqual([expect.stringContaining('threw BusinessError')]);
  });

  it('lets settle perform everything, and goes on afterwards', async () => {
    const { worker, workers } = autoWorld({ 'w.ts': echo });
    const wk = new worker.ThreadWorker('w.ts');
    for (const data of [1, 2, 3]) wk.postMessage(data);
    expect(await workers.settle()).toEqual({ state: 'idle', delivered: 7, waitingOn: [] });
    wk.postMessage(4);
    await poll(() => workers.get(wk).received.length === 4);
    expect(workers.get(wk).received).toEqual([1, 2, 3, 4]);
  });

  it('rejects settle with what a handler throws, rather than to keep it for the end of the test', async () => {
    const { worker, workers, world } = autoWorld({ 'w.ts': echo });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => {
      throw new Error('boom');
    };
    wk.postMessage(1);
    await expect(workers.settle()).rejects.toThrow('boom');
    expect(world.takeUnseenErrors()).toEqual([]);
  });

  it('runs nothing once its scope is over', async () => {
    const { worker, workers, world, log } = autoWorld({
      'w.ts': "setInterval(() => log('tick'), 10); worker.workerPort.onmessage = ({ data }) => log(data);",
    });
    new worker.ThreadWorker('w.ts').postMessage('first');
    await poll(() => log.length === 3);
    world.endScope(world.surroundings.currentScope());
    const ended = [...log];
    for (let turn = 0; turn < 20; turn++) await realTime.nextTurn();
    expect([log, workers.pending, workers.mode]).toEqual([ended, [], 'manual']);
  });

  it('forgets the tasks that were performed inside others', async () => {
    const { worker, world, log } = autoWorld({
      'w.ts': `worker.workerPort.onmessage = () => {
        log(worker.workerPort.callGlobalCallObjectMethod('host', 'answer', 0));
      };`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.registerGlobalCallObject('host', { answer: () => 42 });
    for (let i = 0; i < 10; i++) wk.postMessage(i);
    await poll(() => log.length === 10);
    expect([log.length, world.session.nested.length]).toEqual([10, 1]);
  });

  it('leaves time alone with another clock', async () => {
    const { worker, workers, log, slept } = autoWorld({ 'w.ts': "setTimeout(() => log('fired'), 10);" });
    workers.configure({ clock: 'virtual' });
    new worker.ThreadWorker('w.ts');
    await poll(() => workers.pending.length === 0);
    for (let turn = 0; turn < 20; turn++) await realTime.nextTurn();
    expect([log, slept]).toEqual([[], []]);
    workers.clock.advance(10);
    expect(log).toEqual(['fired']);
  });
});
