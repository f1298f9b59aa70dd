import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';
import type { HostWorker } from './support/platform-objects';

const scripts = {
  'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);',
  'parent.ts': `
    const child = new worker.ThreadWorker('echo.ts');
    worker.workerPort.onmessage = () => child.terminate();`,
  'throwing.ts': `
    class OrderError extends RangeError {}
    worker.workerPort.onmessage = ({ data }) => { throw data === 'order' ? new OrderError('no stock') : data; };`,
  'rejecting.ts': 'worker.workerPort.onmessage = async () => { throw new Error("too late"); };',
};

describe('terminateCalls of a handle', () => {
  it('say when, by whom and what the worker had not read yet', () => {
    const { worker, workers } = inlineWorld(scripts);
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    workers.clock.advance(25);
    wk.postMessage('first');
    wk.postMessage({ second: 2 });
    wk.terminate();
    wk.terminate();
    expect(workers.get(wk).terminateCalls).toEqual([
      {
        time: 25,
        by: 'host',
        calledAt: expect.stringContaining('worker-handle.test.ts'),
        queued: [
          expect.objectContaining({ id: 2, kind: 'message', data: 'first' }),
          expect.objectContaining({ id: 3, kind: 'message', data: { second: 2 } }),
        ],
        effective: true,
      },
      {
        time: 25,
        by: 'host',
        calledAt: expect.stringContaining('worker-handle.test.ts'),
        queued: [
          expect.objectContaining({ id: 2 }),
          expect.objectContaining({ id: 3 }),
          expect.objectContaining({ kind: 'stop' }),
        ],
        effective: false,
      },
    ]);
  });

  it('name the worker that stopped the one it had constructed', () => {
    const { worker, workers } = inlineWorld(scripts);
    new worker.ThreadWorker('parent.ts').postMessage('stop it');
    workers.run();
    expect(workers.all.map(({ label, terminateCalls }) => [label, terminateCalls.map(({ by }) => by)])).toEqual([
      ['worker#1', []],
      ['worker#2', ['worker#1']],
    ]);
  });
});

describe('errors of a handle', () => {
  it('hold what handlers threw and what promises were rejected with', () => {
    const { worker, workers, world, runThrough } = inlineWorld(scripts);
    const throwing = new worker.ThreadWorker('throwing.ts');
    throwing.postMessage('order');
    const rejecting = new worker.ThreadWorker('rejecting.ts');
    runThrough();
    const [, record] = world.session.app.workers;
    world.session.reportRejection(record as NonNullable<typeof record>, new Error('too late'), {});
    expect(workers.get(throwing).errors).toEqual([new RangeError('no stock')]);
    expect(workers.get(rejecting).errors).toEqual([new Error('too late')]);
  });
});

describe('dropped messages of a handle', () => {
  it('come with the reason', () => {
    const { worker, workers } = inlineWorld({ 'early.ts': "worker.workerPort.postMessage('too early');" });
    const wk = new worker.ThreadWorker('early.ts');
    workers.run();
    expect(workers.get(wk).dropped).toEqual([
      { from: 'worker#1', to: 'host', data: 'too early', reason: 'script-not-finished' },
    ]);
    expect(workers.get(wk).diagnostics.map(({ code }) => code)).toEqual(['FOW_POST_BEFORE_RUNNING']);
  });
});

describe('a handle', () => {
  const start = (): { wk: HostWorker } & ReturnType<typeof inlineWorld> => {
    const inline = inlineWorld(scripts);
    const wk = new inline.worker.ThreadWorker('echo.ts');
    wk.postMessage({ id: 7 });
    inline.run();
    return { ...inline, wk };
  };

  it('is printed with what has happened', () => {
    const { workers, wk } = start();
    wk.terminate();
    workers.run();
    expect(inspect(workers.get(wk))).toBe(`WorkerHandle worker#1 {
  kind: 'ThreadWorker',
  url: 'echo.ts',
  state: 'gone',
  exitCode: 0,
  received: [ { id: 7 } ],
  posted: [ { id: 7 } ],
  dropped: [],
  errors: [],
  terminateCalls: 1
}`);
    expect(JSON.parse(JSON.stringify(workers.get(wk)))).toMatchObject({ label: 'worker#1', received: [{ id: 7 }] });
  });

  it('knows where its worker was constructed', () => {
    const { workers, wk } = start();
    expect(workers.get(wk).constructedAt).toMatch(/worker-handle\.test\.ts:\d+:\d+$/);
  });

  it('equals no handle of another worker', () => {
    const { worker, workers, wk } = start();
    const other = new worker.ThreadWorker('echo.ts');
    expect(workers.get(other)).not.toEqual(workers.get(wk));
    expect(workers.get(wk)).toBe(workers.get(wk));
  });
});
