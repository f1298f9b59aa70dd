import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

const failing = "port.onmessage = () => { throw new Error('boom'); };";

describe('an exception out of a handler of a worker', () => {
  it('reaches onerror, then error listeners, of the port; then onerror, then error listeners, of the host [L-50, L-59, L-82]', () => {
    const { wk, log, send } = aWorker(`${failing}
      port.onerror = function (event) { log(['port onerror', this === port, event.message]); };
      port.addEventListener('error', (event) => log(['port listener', event.message]));`);
    wk.onerror = function (this: unknown, event: { message: string }) {
      log.push(['host onerror', this === wk, event.message]);
    } as never;
    wk.on('error', (event: { message: string }) => log.push(['host listener', event.message]));
    expect(send(1)).toEqual([
      ['port onerror', true, 'Error: boom'],
      ['port listener', 'Error: boom'],
      ['host onerror', true, 'Error: boom'],
      ['host listener', 'Error: boom'],
      'exit 1',
    ]);
  });

  it.each([
    ['a listener', "port.addEventListener('message', () => { throw new Error('boom'); });"],
    [
      'a dispatched listener',
      "port.addEventListener('x', () => { throw new Error('boom'); }); port.onmessage = () => port.dispatchEvent({ type: 'x' });",
    ],
    [
      'onmessageerror',
      "port.onmessageerror = () => { throw new Error('boom'); }; port.onmessage = () => attempt(() => port.postMessage(Symbol()));",
    ],
  ])('is of the same kind when it is out of %s [L-50]', (_, script) => {
    expect(aWorker(script).send(1)).toEqual(['onerror Error: boom', 'exit 1']);
  });

  it('does not keep the worker from its next messages, until the host reacts [L-51, L-54]', () => {
    const { send } = aWorker(
      "port.onmessage = ({ data }) => { log('worker got ' + data); throw new Error('boom ' + data); };",
    );
    expect(send(1, 2)).toEqual([
      'worker got 1',
      'worker got 2',
      'onerror Error: boom 1',
      'onerror Error: boom 2',
      'exit 1',
    ]);
  });

  it('terminates the worker after all queued errors, without counting as a request [L-54]', () => {
    const { wk, log, send } = aWorker(`let count = 0;
      port.onmessage = ({ data }) => { if (count++ < 1) throw new Error('boom'); log('worker got ' + data); };`);
    wk.onerror = () => {
      log.push('onerror');
      wk.postMessage('from onerror');
    };
    expect(send(1)).toEqual(['onerror', 'worker got from onerror', 'exit 1']);
  });

  it('leaves replies of the worker undelivered once the host has reacted [L-54, L-31]', () => {
    const { wk, send } = aWorker(`let count = 0;
      port.onmessage = ({ data }) => { if (count++ < 1) throw new Error('boom'); port.postMessage('reply'); };`);
    wk.onerror = () => wk.postMessage('question');
    expect(send(1)).toEqual(['exit 1']);
  });

  it('is not handled by what the handlers of the port answer [L-62]', () => {
    expect(aWorker(`${failing} port.onerror = () => true;`).send(1)).toEqual(['onerror Error: boom', 'exit 1']);
  });

  it('is lost when a handler of the port throws in turn: the host gets undefined [L-63, A-49]', () => {
    const { send } = aWorker(`${failing}
      port.onerror = () => { throw new Error('in onerror'); };
      port.addEventListener('error', () => log('never'));`);
    expect(send(1)).toEqual(['onerror undefined', 'exit 1']);
  });

  it('is lost when it can not be sent: the host gets undefined [L-64, A-49]', () => {
    const { wk, log, send } = aWorker('port.onmessage = () => { throw { f: () => 0 }; };');
    wk.onerror = (...args: unknown[]) => log.push(args);
    expect(send(1)).toEqual([[undefined], 'exit 1']);
  });

  it('raises nothing when it can not be sent and nobody listens; the worker is terminated [L-64]', () => {
    expect(aWorker('port.onmessage = () => { throw { f: () => 0 }; };', { hears: ['exit'] }).send(1)).toEqual([
      'exit 1',
    ]);
  });

  it('is followed by the others of its batch when it can not be sent and nobody listens [L-54, L-64]', () => {
    const script = 'port.onmessage = ({ data }) => { throw data === 1 ? { f: () => 0 } : data; };';
    expect(aWorker(script, { hears: ['exit'] }).send(1, 2)).toEqual([
      expect.stringMatching(/^uncaught: Error: Uncaught 2: worker#1 has no onerror and no "error" listener; /),
      'exit 1',
    ]);
  });

  it('is read from the handler property once for a batch of errors [L-58]', () => {
    const { wk, log, send } = aWorker(failing, { hears: ['exit'] });
    wk.onerror = () => {
      log.push('first');
      wk.onerror = () => log.push('second');
    };
    expect(send(1, 2)).toEqual(['first', 'first', 'exit 1']);
  });

  it('is read as a whole: an onAllErrors that appears within the batch saves nobody [L-54, L-58]', () => {
    const { wk, log, send } = aWorker(failing, { hears: ['exit'] });
    wk.onerror = () => {
      log.push('onerror');
      wk.onAllErrors = () => log.push('never');
    };
    expect(send(1, 2)).toEqual(['onerror', 'onerror', 'exit 1']);
  });
});

describe('a host object with a property onAllErrors', () => {
  it('gets the error there instead of onerror, and the worker stays [L-54, L-61, L-65]', () => {
    const { wk, send, workers } = aWorker(
      `port.onmessage = ({ data }) => { if (data === 1) throw new Error('boom'); port.postMessage(data); };`,
      {
        hears: ['message', 'error', 'exit', 'allErrors'],
      },
    );
    wk.on('error', (event: { message: string }) => event.message);
    expect([[...send(1)], workers.get(wk).state, send(2).slice(1)]).toEqual([
      ['onAllErrors Error: boom'],
      'running',
      ['host got 2'],
    ]);
    wk.terminate();
    expect(send().at(-1)).toBe('exit 1');
  });

  it('still has its error listeners called [L-59]', () => {
    const { wk, log, send } = aWorker(failing, { hears: ['allErrors'] });
    wk.on('error', (event: { message: string }) => log.push(`listener ${event.message}`));
    expect(send(1)).toEqual(['onAllErrors Error: boom', 'listener Error: boom']);
  });

  it.each(['ThreadWorker', 'Worker', 'RestrictedWorker'] as const)('may be of class %s [A-79, L-55]', (kind) => {
    expect(aWorker(failing, { kind, hears: ['allErrors', 'error', 'exit'] }).send(1)).toEqual([
      'onAllErrors Error: boom',
    ]);
  });

  it.each([[undefined], [null], [5]])(
    'hears nothing, keeps the worker and raises nothing when the property is %p [L-55]',
    (value) => {
      const { wk, send, workers } = aWorker(failing);
      Reflect.set(wk, 'onAllErrors', value);
      expect([send(1), workers.get(wk).state]).toEqual([[], 'running']);
    },
  );

  it('may inherit it [L-55, A-23]', () => {
    const { worker, send, wk, workers, log, url } = aWorker(failing);
    class Mine extends worker.ThreadWorker {}
    Mine.prototype.onAllErrors = () => log.push('inherited');
    const mine = new Mine(url('w.ts'));
    mine.postMessage(1);
    wk.terminate();
    expect([send(), workers.get(mine).state]).toEqual([['inherited', 'exit 0'], 'running']);
  });
});

describe('an exception out of a handler that nobody on the host hears of', () => {
  it('is thrown to the test as what would crash the app, and the worker is terminated [L-75] [deviates: L-56]', () => {
    const { workers, wk, log } = aWorker(failing, { hears: ['exit'] });
    wk.postMessage(1);
    let thrown: unknown;
    try {
      workers.run();
    } catch (error) {
      thrown = error;
    }
    const { message, stack = '' } = thrown as Error;
    expect([message, Object.getPrototypeOf(thrown) === Error.prototype, stack.includes('/w.ts')]).toEqual([
      'boom',
      true,
      true,
    ]);
    workers.run();
    expect(log).toEqual(['exit 1']);
  });

  it('is one for each queued error, each in its own task [L-56]', () => {
    const { send } = aWorker("port.onmessage = ({ data }) => { throw new Error('boom ' + data); };", {
      hears: ['exit'],
    });
    expect(send(1, 2)).toEqual(['uncaught: Error: boom 1', 'uncaught: Error: boom 2', 'exit 1']);
  });

  it('is told what no onerror is: not callable [L-56]', () => {
    const { wk, send } = aWorker(failing, { hears: ['exit'] });
    Reflect.set(wk, 'onerror', 'not callable');
    expect(send(1)).toEqual(['uncaught: Error: boom', 'exit 1']);
  });

  it('counts as heard where a list of listeners is left, be it empty [L-57]', () => {
    const { wk, send } = aWorker(failing, { hears: ['exit'] });
    const listener = () => 0;
    wk.on('error', listener);
    wk.off('error', listener);
    expect(send(1)).toEqual(['exit 1']);
  });

  it('counts as heard after a listener for one call has gone [L-57]', () => {
    const { wk, log, send } = aWorker("port.onmessage = ({ data }) => { throw new Error('boom ' + data); };", {
      hears: ['exit'],
    });
    wk.once('error', (event: { message: string }) => log.push(event.message));
    expect(send(1, 2)).toEqual(['Error: boom 1', 'exit 1']);
  });

  it.each(['off', 'removeAllListener'] as const)(
    'does not count as heard when %s removed the list [L-57]',
    (method) => {
      const { wk, send } = aWorker(failing, { hears: ['exit'] });
      wk.on('error', () => 0);
      wk[method]('error');
      expect(send(1)).toEqual(['uncaught: Error: boom', 'exit 1']);
    },
  );
});

describe('an error event', () => {
  function eventOf(script: string, field: 'port' | 'host'): Record<string, unknown> {
    const { wk, log, send } = aWorker(`${script} port.onerror = (event) => log(event);`);
    wk.onerror = (event: object) => log.push(event);
    send(1);
    return log[field === 'port' ? 0 : 1] as Record<string, unknown>;
  }

  const script = `port.onmessage = () => {
    throw new RangeError('boom (1:2:3)');
  };`;

  it('has its fields in the order of the platform, all enumerable, on a plain object [A-43]', () => {
    const event = eventOf(script, 'host');
    const names = ['message', 'backtrace', 'timeStamp', 'filename', 'lineno', 'colno', 'type', 'error'];
    expect([Object.keys(eventOf(script, 'port')), Object.keys(event)]).toEqual([names, names]);
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    expect(
      Object.values(Object.getOwnPropertyDescriptors(event)).every(
        ({ writable, configurable }) => writable && configurable,
      ),
    ).toBe(true);
  });

  it('tells message, place, time as text, and type, by the thrown value and its stack [A-44]', () => {
    const { message, timeStamp, filename, lineno, colno, type, backtrace } = eventOf(script, 'host');
    expect({ message, timeStamp, filename, lineno, colno, type }).toEqual({
      message: 'RangeError: boom (1:2:3)',
      // Local time as YYYY-MM-DD HH:MM:SS, which is how Sweden writes it; the world begins in 2026.
      timeStamp: new Date(Date.UTC(2026, 0, 1)).toLocaleString('sv'),
      filename: expect.stringMatching(/^entry\/src\/ohosTest\/ets\/generated\/\w+\/w\.ts$/),
      lineno: 2,
      colno: 11,
      type: 'ErrorEvent',
    });
    expect(String(backtrace).split('\n')[0]).toMatch(/^ {4}at Object\.port\.onmessage \(\/.*\/w\.ts:2:11\)$/);
  });

  it('holds the thrown value itself on the port, and on the host a clone with message and stack alone [A-45]', () => {
    const withCode = `port.onmessage = () => { throw Object.assign(new RangeError('boom'), { code: 7 }); };`;
    const [inWorker, onHost] = [eventOf(withCode, 'port').error, eventOf(withCode, 'host').error];
    expect([(inWorker as { code: unknown }).code, onHost instanceof RangeError, Object.keys(onHost as object)]).toEqual(
      [7, true, []],
    );
  });

  it.each([
    ["'text'", 'text', 'text'],
    ['42', '42', 42],
    ['undefined', 'undefined', undefined],
    ['null', 'null', null],
  ])('of the thrown primitive %s has neither backtrace nor place [A-46, A-44]', (source, message, error) => {
    const event = eventOf(`port.onmessage = () => { throw ${source}; };`, 'host');
    expect(event).toEqual({ message, timeStamp: expect.any(String), type: 'ErrorEvent', error });
    expect('backtrace' in event).toBe(false);
  });

  it('of a thrown object without a stack has an undefined backtrace and no place [A-46, A-44]', () => {
    const event = eventOf('port.onmessage = () => { throw { reason: 1 }; };', 'host');
    expect(Object.entries(event).filter(([name]) => name !== 'timeStamp')).toEqual([
      ['message', '[object Object]'],
      ['backtrace', undefined],
      ['type', 'ErrorEvent'],
      ['error', { reason: 1 }],
    ]);
  });

  it.each([
    ["new TypeError('two\\nlines')", '    at '],
    ["Object.assign(new Error('boom'), { name: 'BusinessError' })", '    at '],
    ['new Error()', '    at '],
    ["Object.assign(new Error('boom'), { stack: 'made up' })", 'made up'],
    ["Object.assign(new Error('boom'), { stack: 'Error: boom' })", ''],
    ["({ message: 'boom', stack: 'at x (file:1:2)\\nboom' })", 'at x (fil'],
  ])('has the frames alone as backtrace of %s [A-44]', (source, begin) => {
    const { backtrace } = eventOf(`port.onmessage = () => { throw ${source}; };`, 'host');
    expect(String(backtrace).slice(0, Math.max(7, begin.length))).toBe(begin);
  });

  it('is the same object for the handler property and the listeners [L-88]', () => {
    const { wk, send } = aWorker(script);
    const events: unknown[] = [];
    wk.onerror = (event: object) => events.push(event);
    wk.on('error', (event: object) => events.push(event));
    send(1);
    expect([events.length, events[0] === events[1]]).toEqual([2, true]);
  });
});
