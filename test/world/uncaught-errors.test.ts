import { describe, expect, it } from '@jest/globals';
import type { FakeOhosWorkerOptions } from '../../src/world';
import { type InlineWorld, inlineWorld } from './support/inline-world';

const place = /^(.*), posted at \/\S+\/uncaught-errors\.test\.ts:\d+:\d+$/;

/** A worker that throws what it gets, and its world. */
function throwing(options: FakeOhosWorkerOptions = {}) {
  const inline = inlineWorld({ 'w.ts': 'worker.workerPort.onmessage = ({ data }) => { throw data; };' }, options);
  return { ...inline, wk: new inline.worker.ThreadWorker('w.ts') };
}

function reject({ world }: InlineWorld, promise: object = {}): void {
  const [record] = world.session.app.workers;
  if (record !== undefined) world.session.reportRejection(record, new Error('boom'), promise);
}

describe('an error that would crash the app', () => {
  it('names its worker, and the message that was being handled with the place of its post', () => {
    const { wk, workers } = throwing();
    wk.postMessage(new RangeError('first'));
    expect(() => workers.run()).toThrow(new RangeError('first'));
    const [{ worker, context } = { worker: undefined, context: '' }] = workers.errors;
    expect([worker, place.exec(context)?.[1]]).toEqual([
      'worker#1',
      'worker#1 has no onerror and no "error" listener; it was handling [RangeError: first]',
    ]);
  });

  it('tells as data what was being handled, and where it was thrown', () => {
    const { wk, workers } = throwing();
    wk.postMessage(new RangeError('first'));
    expect(() => workers.run()).toThrow();
    expect(workers.errors).toEqual([
      expect.objectContaining({
        during: expect.objectContaining({ kind: 'message', to: 'worker#1', data: new RangeError('first') }),
        thrownAt: expect.stringMatching(/\S:\d+:\d+$/),
      }),
    ]);
  });

  it('is told to a listener at once, who can throw it; rejections are not', () => {
    const inline = throwing();
    const { wk, workers, world } = inline;
    const heard: unknown[] = [];
    const { uncaught } = world.session;
    uncaught.listener = () => {
      try {
        uncaught.throwNext();
      } catch (error) {
        heard.push(error);
      }
    };
    reject(inline);
    wk.postMessage(new RangeError('unexpected'));
    workers.run();
    expect(heard).toEqual([new RangeError('unexpected')]);
    expect(world.takeUnseenErrors()).toEqual([new Error('boom')]);
  });

  it('tells so in its stack, below the headline', () => {
    const { wk, workers } = throwing();
    wk.postMessage(new RangeError('first'));
    expect(() => workers.run()).toThrow();
    const stack = workers.errors.map(({ error }) => (error as Error).stack).join();
    const [headline, context = ''] = stack.split('\n');
    expect([headline, place.test(context)]).toEqual(['RangeError: first', true]);
  });

  it.each([
    ['a string', "Uncaught 'a string'"],
    [{ code: 7 }, 'Uncaught { code: 7 }'],
    [undefined, 'Uncaught undefined'],
  ])('becomes an Error that tells so when %p was thrown', (thrown, beginning) => {
    const { wk, workers } = throwing();
    wk.postMessage(thrown);
    expect(() => workers.run()).toThrow(
      `${beginning}: worker#1 has no onerror and no "error" listener; it was handling`,
    );
  });

  it('is the very error of the host when a handler of the host threw it; the message is in its context', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': "setTimeout(() => worker.workerPort.postMessage('x'), 0);" });
    const mine = new Error('mine');
    new worker.ThreadWorker('w.ts').onmessage = () => {
      throw mine;
    };
    expect(() => workers.run()).toThrow(mine);
    expect(workers.errors).toEqual([
      {
        error: mine,
        worker: undefined,
        context: "thrown by a handler of worker#1 on the host; it was handling 'x', posted at w.ts:1:59",
        during: expect.objectContaining({ kind: 'message', from: 'worker#1', to: 'host', data: 'x' }),
        thrownAt: expect.stringMatching(/uncaught-errors\.test\.ts:\d+:\d+$/),
      },
    ]);
    expect(mine.stack).not.toContain('thrown by a handler');
  });

  it('fails the test that is over when nobody could be told', () => {
    const started = throwing();
    started.wk.postMessage('unseen');
    expect(started.world.takeUnseenErrors()).toEqual([]);
    started.world.session.kernel.step();
    started.world.session.kernel.step();
    started.world.session.kernel.step();
    expect(started.world.takeUnseenErrors()).toHaveLength(1);
    expect(started.world.takeUnseenErrors()).toEqual([]);
  });
});

describe('an unhandled rejection in a worker', () => {
  const outcome = (options: FakeOhosWorkerOptions) => {
    const started = throwing(options);
    reject(started);
    started.run();
    const errors = started.workers.errors.map(({ error, worker, context }) => [String(error), worker, context]);
    return { errors, failing: started.world.takeUnseenErrors().map(String) };
  };
  const known = ['Error: boom', 'worker#1', 'unhandled promise rejection in worker#1; on a device nobody hears of it'];

  it('fails the test at its end, not the call that is running [L-60]', () => {
    expect(outcome({})).toEqual({ errors: [known], failing: ['Error: boom'] });
    expect(outcome({ onUnhandled: 'fail' })).toEqual(outcome({}));
  });

  it('names the message whose handler answered the promise', () => {
    const inline = inlineWorld({
      'w.ts':
        'worker.workerPort.onmessage = () => { const promise = Promise.resolve(); log(promise); return promise; };',
    });
    const wk = new inline.worker.ThreadWorker('w.ts');
    for (const message of ['first', 'second']) wk.postMessage(message);
    const [, second] = inline.run();
    reject(inline, second as object);
    expect(inline.workers.errors.map(({ context }) => place.exec(context)?.[1])).toEqual([
      "unhandled promise rejection in worker#1; on a device nobody hears of it; it was handling 'second'",
    ]);
  });

  it('is only known with onUnhandled: record [L-60]', () => {
    expect(outcome({ onUnhandled: 'record' })).toEqual({ errors: [known], failing: [] });
  });

  it('is nothing with onUnhandled: ignore [L-60]', () => {
    expect(outcome({ onUnhandled: 'ignore' })).toEqual({ errors: [], failing: [] });
  });
});
