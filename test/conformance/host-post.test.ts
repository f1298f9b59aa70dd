import collections from '@arkts.collections';
import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import type { Port, WorkerGlobals } from '../world/support/platform-objects';
import { anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

/** Writes down every message. */
const listening = {
  'w.ts': ({ workerPort }: { workerPort: Port }, { log }: WorkerGlobals) => {
    workerPort.onmessage = ({ data }: { data: unknown }) => log(data);
  },
};

const methods = ['postMessage', 'postMessageWithSharedSendable'] as const;

describe.each(methods)('%s of a host object', (method) => {
  function aWorker() {
    const app = anApp(listening);
    const wk = new app.worker.ThreadWorker(app.url('w.ts'));
    return { ...app, wk, posting: (...args: unknown[]) => outcomeOf(() => wk[method](...args)) };
  }

  it('answers nothing and delivers later [L-4, L-20]', () => {
    const { posting, log, run } = aWorker();
    expect([posting('a'), posting({ id: 1 }), [...log]]).toEqual([nothing, nothing, []]);
    expect(run()).toEqual(['a', { id: 1 }]);
  });

  it('refuses a call without arguments with 401', () => {
    expect(aWorker().posting()).toBe(threw.parameter('Worker messageObject must be not null with postMessage'));
  });

  it('posts undefined, null and primitives [E-21, A-78, S-58]', () => {
    const { posting, run } = aWorker();
    for (const value of [undefined, null, 0, '', false, 1n]) expect(posting(value)).toBe(nothing);
    expect(run()).toEqual([undefined, null, 0, '', false, 1n]);
  });

  it.each([[undefined], [null], [5], ['list'], [() => 0]])('refuses %p as transfer list with 401 [E-21]', (list) => {
    expect(aWorker().posting('x', list)).toBe(threw.parameter('the type of the transfer list must be an array.'));
  });

  it.each([[null], [5], [{}], [new ArrayBuffer(1)]])(
    'refuses %p as property transfer with 401 [E-20, S-40]',
    (transfer) => {
      expect(aWorker().posting('x', { transfer })).toBe(
        threw.parameter('the type of the transfer list must be an array.'),
      );
    },
  );

  it.each([[[]], [{}], [{ transfer: undefined }], [{ transfer: [] }], [new Map()], [new ArrayBuffer(1)]])(
    'takes %p as a transfer list of nothing [E-20, S-40]',
    (options) => {
      const { posting, run } = aWorker();
      expect(posting('x', options)).toBe(nothing);
      expect(run()).toEqual(['x']);
    },
  );

  it('takes a collections.Array for a list, in which it then finds no buffers [E-6, E-20, S-39]', () => {
    const { posting, run } = aWorker();
    const outcomes = [posting('x', new collections.Array()), posting('x', { transfer: new collections.Array() })];
    const unprepared = threw.serialization(
      'failed to serialize message.\nSerialize error: Serialize PrepareTransfer fail',
    );
    expect([outcomes, run()]).toEqual([[unprepared, unprepared], []]);
  });

  it('moves the buffers of a list, given itself or in options [E-20, S-43]', () => {
    const { posting, run } = aWorker();
    const [first, second] = [new Uint8Array([1]), new Uint8Array([2])];
    posting(first.buffer, [first.buffer]);
    posting(second.buffer, { transfer: [second.buffer] });
    expect([first.length, second.length]).toEqual([0, 0]);
    expect(run().map((buffer) => [...new Uint8Array(buffer as ArrayBuffer)])).toEqual([[1], [2]]);
  });

  it('lets the exception of a throwing getter through [E-20]', () => {
    const options = {
      get transfer() {
        throw new RangeError('mine');
      },
    };
    expect(aWorker().posting('x', options)).toBe('threw RangeError: mine');
  });

  it('ignores further arguments [E-5]', () => {
    expect(aWorker().posting('x', [], 'more')).toBe(nothing);
  });

  it('refuses a message that can not be sent with 10200006 and the reason [S-58, S-60]', () => {
    expect(aWorker().posting({ f: () => 0 })).toBe(threw.cannotSend('Function'));
  });

  it('refuses a list with anything but buffers with 10200006 [S-38, S-61]', () => {
    expect(aWorker().posting('x', [new Uint8Array(1)])).toBe(
      threw.serialization('failed to serialize message.\nSerialize error: Serialize PrepareTransfer fail'),
    );
  });

  it('refuses posts after terminate with 10200004, before it looks at the list, after the number of arguments [E-22, L-3]', () => {
    const { posting, wk } = aWorker();
    wk.terminate();
    expect([posting('x'), posting('x', 5), posting(Symbol('x')), posting()]).toEqual([
      threw.notRunning('maybe worker is terminated when PostMessage'),
      threw.notRunning('maybe worker is terminated when PostMessage'),
      threw.notRunning('maybe worker is terminated when PostMessage'),
      threw.parameter('Worker messageObject must be not null with postMessage'),
    ]);
  });

  it('is accepted while the worker starts [E-24, L-15]', () => {
    const { posting, run, workers, wk } = aWorker();
    expect([workers.get(wk).state, posting('early'), run()]).toEqual(['starting', nothing, ['early']]);
  });
});

describe('postMessage of a host object', () => {
  it('copies at the call: later changes do not arrive [S-1]', () => {
    const { worker, run, url } = anApp(listening);
    const wk = new worker.ThreadWorker(url('w.ts'));
    const message = { n: 1 };
    wk.postMessage(message);
    message.n = 2;
    expect(run()).toEqual([{ n: 1 }]);
  });

  it('is refused once the worker has closed itself, before the exit event was delivered [E-24]', () => {
    const { worker, workers, url } = anApp({ 'w.ts': ({ workerPort }) => workerPort.close() });
    const wk = new worker.ThreadWorker(url('w.ts'));
    workers.step();
    expect([workers.get(wk).state, outcomeOf(() => wk.postMessage(1))]).toEqual([
      'terminated',
      threw.notRunning('maybe worker is terminated when PostMessage'),
    ]);
  });

  it('detached from its object speaks to no worker [A-24]', () => {
    const { worker, run, url } = anApp(listening);
    const { postMessage } = new worker.ThreadWorker(url('w.ts'));
    expect(outcomeOf(() => postMessage('x'))).toBe(threw.notRunning('maybe worker is terminated when PostMessage'));
    expect(run()).toEqual([]);
  });

  it('of one class works on an instance of another [A-24]', () => {
    const { worker, run, url } = anApp(listening);
    worker.RestrictedWorker.prototype.postMessage.call(new worker.ThreadWorker(url('w.ts')), 'x');
    expect(run()).toEqual(['x']);
  });
});

describe('a message of the host that can not be sent', () => {
  function failing() {
    const app = anApp(listening);
    const { worker, log, url } = app;
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onmessageerror = function (this: unknown, ...args: unknown[]) {
      log.push(['onmessageerror', this === wk, args.length]);
    } as never;
    wk.on('messageerror', function (this: unknown, ...args: unknown[]) {
      log.push(['listener', this === wk, args.length]);
    });
    return { ...app, wk, posting: () => outcomeOf(() => wk.postMessage(Symbol('no'))) };
  }

  it('calls onmessageerror, then messageerror listeners, without arguments, before it throws [S-50, A-41, A-71, L-88]', () => {
    const { log, posting } = failing();
    log.push(posting());
    expect(log).toEqual([['onmessageerror', true, 0], ['listener', true, 0], threw.cannotSend('Symbol')]);
  });

  it('is heard of by nobody in the worker, whose exit code stays 0 [S-50, S-51e, L-44]', () => {
    const { wk, posting, log, run } = failing();
    posting();
    log.length = 0;
    wk.onexit = (code: number) => log.push(`exit ${code}`);
    wk.terminate();
    expect(run()).toEqual(['exit 0']);
  });

  it('reports a throwing onmessageerror as uncaught, calls the listeners and throws 10200006 all the same [E-24b, S-50]', () => {
    const { wk, log, posting, runThrough } = failing();
    wk.onmessageerror = () => {
      throw new Error('in onmessageerror');
    };
    log.push(posting());
    expect(runThrough()).toEqual([
      ['listener', true, 0],
      threw.cannotSend('Symbol'),
      'uncaught: Error: in onmessageerror',
    ]);
  });

  it('lets the exception of a listener through, instead of 10200006, and skips later listeners [E-24b]', () => {
    const { wk, log, posting, runThrough } = failing();
    wk.off('messageerror');
    wk.on('messageerror', () => {
      throw new Error('in a listener');
    });
    wk.on('messageerror', () => log.push('never'));
    log.push(posting());
    expect(runThrough()).toEqual([['onmessageerror', true, 0], 'threw Error: in a listener']);
  });

  it('only calls the handlers when the old class is in use [E-23, E-76]', () => {
    const { worker, log, url } = anApp({ 'w.ts': '' });
    const wk = new worker.Worker(url('w.ts'));
    wk.onmessageerror = () => log.push('heard');
    log.push(outcomeOf(() => wk.postMessage(Symbol('no'))));
    expect(log).toEqual(['heard', nothing]);
  });
});
