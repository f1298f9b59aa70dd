import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

describe('what a worker sends to its host', () => {
  it('comes in the order of its kind: errors of handlers [L-6]', () => {
    const { send } = aWorker('port.onmessage = ({ data }) => { throw data; };', { hears: ['allErrors'] });
    expect(send(1, 2, 3)).toEqual(['onAllErrors 1', 'onAllErrors 2', 'onAllErrors 3']);
  });

  it('comes in the order of its kind: errors outside handlers [L-7]', () => {
    const { send } = aWorker(
      "for (const text of ['a', 'b', 'c']) setTimeout(() => { throw new Error(text); }, 0); throw new Error('top');",
      { hears: ['allErrors'] },
    );
    expect(send()).toEqual(['onAllErrors top', 'onAllErrors a', 'onAllErrors b', 'onAllErrors c']);
  });

  it('comes in the order of its kind: global calls [L-8]', () => {
    const { wk, send, log } = aWorker(`port.onmessage = () => {
      for (const n of [1, 2, 3]) port.callGlobalCallObjectMethod('o', 'note', 0, n);
    };`);
    wk.registerGlobalCallObject('o', { note: (n: number) => void log.push(n) });
    expect(send('go')).toEqual([1, 2, 3]);
  });

  it('may be as much as it likes, as may be what it is sent [L-130]', () => {
    const { send } = aWorker(
      'let n = 0; port.onmessage = () => { if (++n === 20000) for (; n > 0; n--) port.postMessage(n); };',
    );
    const received = send(...Array.from({ length: 20_000 }, (_, at) => at));
    expect([received.length, received[0], received.at(-1)]).toEqual([20_000, 'host got 20000', 'host got 1']);
  });
});

describe('what a worker remembers of its life', () => {
  it('is that a stop was requested, by whoever came first: it stops once [L-2]', () => {
    const { wk, send } = aWorker(
      "port.onmessage = () => { port.close(); port.close(); }; port.onclose = () => log('closed');",
    );
    expect(send('close')).toEqual(['closed', 'exit 0']);
    expect(() => wk.terminate()).toThrow('worker is nullptr when Terminate');
  });

  it('is that something failed once, for ever [L-2]', () => {
    const { wk, send } = aWorker("port.onmessage = ({ data }) => { if (data === 'fail') throw new Error('once'); };", {
      hears: ['allErrors', 'exit'],
    });
    send('fail', 'succeed');
    wk.terminate();
    expect(send()).toEqual(['onAllErrors Error: once', 'exit 1']);
  });
});

describe('the error 10200005', () => {
  it('is never thrown, whatever the thread [A-73]', () => {
    const { send } = aWorker(
      `const methods = (object) => [...new Set([...Object.getOwnPropertyNames(object), ...Object.getOwnPropertyNames(Object.getPrototypeOf(object))])];
      const outcomes = (object) => methods(object).filter((name) => typeof object[name] === 'function' && name !== 'constructor')
        .map((name) => attempt(() => object[name]('message', () => 0, 0)));
      port.onmessage = () => {
        const all = [...outcomes(new worker.ThreadWorker('./child.ts')), ...outcomes(port)];
        log(all.length > 20, all.filter((outcome) => outcome.includes('10200005')));
      };`,
      { scripts: { 'child.ts': '' } },
    );
    expect(send('go').slice(0, 2)).toEqual([true, []]);
  });
});
