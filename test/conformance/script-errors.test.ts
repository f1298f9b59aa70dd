import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

const everything = { hears: ['message', 'error', 'exit', 'allErrors'] } as const;

const sources = [
  ['the top level of a script', "throw new TypeError('boom');"],
  ['a timeout', "setTimeout(() => { throw new TypeError('boom'); }, 0);"],
  ['an interval', "setInterval(() => { throw new TypeError('boom'); }, 0);"],
] as const;

describe.each(sources)('an exception out of %s', (_, script) => {
  it('reaches onAllErrors alone, as a clone of what was thrown [L-52, A-47, L-65, L-68]', () => {
    const { wk, log, send } = aWorker(
      `port.onerror = () => log('port onerror');
      port.addEventListener('error', () => log('port listener'));
      ${script}`,
      everything,
    );
    wk.on('error', () => log.push('host listener'));
    wk.onAllErrors = function (this: unknown, error: Error) {
      log.push([this === wk, error instanceof TypeError, error.message]);
    } as never;
    expect(send()).toEqual([[true, true, 'boom']]);
  });

  it('leaves the worker at work, and its exit code 0 [L-52, L-44]', () => {
    const { wk, send, workers } = aWorker(`port.onmessage = ({ data }) => port.postMessage(data); ${script}`);
    expect([send(1), workers.get(wk).state]).toEqual([['host got 1'], 'running']);
    wk.terminate();
    expect(send()).toEqual(['host got 1', 'exit 0']);
  });

  it('is discarded without a callable onAllErrors [L-52, E-79]', () => {
    const { wk, send } = aWorker(script);
    Reflect.set(wk, 'onAllErrors', 5);
    expect(send()).toEqual([]);
  });
});

describe('errors outside handlers', () => {
  it('come once from an interval, which is then removed [L-53, L-133]', () => {
    const { send, workers } = aWorker("setInterval(() => { log('tick'); throw new Error('boom'); }, 10);", everything);
    send();
    workers.clock.advance(100);
    expect(send()).toEqual(['tick', 'onAllErrors boom']);
  });

  it('may be any value that can be sent [A-47]', () => {
    const { wk, log, send } = aWorker("throw { reason: 'mine' };");
    wk.onAllErrors = (error: unknown) => log.push(error);
    expect(send()).toEqual([{ reason: 'mine' }]);
  });

  it('that can not be sent are heard of by nobody [L-68]', () => {
    expect(aWorker('throw { f: () => 0 };', everything).send()).toEqual([]);
  });

  it('come to onAllErrors in the order of occurrence with errors of handlers, which are error events [L-65]', () => {
    const { wk, log, send } = aWorker(`
      port.onmessage = ({ data }) => { throw new Error('handler ' + data); };
      setTimeout(() => { throw new Error('timer'); }, 0);
      throw new Error('script');`);
    wk.onAllErrors = (error: { type?: string; message: string }) => log.push([error.type, error.message]);
    expect(send(1)).toEqual([
      [undefined, 'script'],
      [undefined, 'timer'],
      ['ErrorEvent', 'Error: handler 1'],
    ]);
  });

  it('of a RestrictedWorker are dropped [L-66]', () => {
    const { send, wk, workers } = aWorker("throw new Error('boom');", { ...everything, kind: 'RestrictedWorker' });
    expect([send(), workers.get(wk).errors.map(String)]).toEqual([[], ['Error: boom']]);
  });
});

describe('a rejected promise of a worker', () => {
  it.each([
    [
      'of an async handler',
      "port.onmessage = () => { globalThis.rejected = (async () => { throw new Error('boom'); })(); return globalThis.rejected; };",
    ],
    ['that nobody handles', "port.onmessage = () => { globalThis.rejected = Promise.reject(new Error('boom')); };"],
    [
      'after an await',
      "port.onmessage = () => { globalThis.rejected = (async () => { await undefined; throw new Error('boom'); })(); };",
    ],
  ])('%s is heard of by nobody, and changes nothing [L-60]', (_, script) => {
    const { send, wk, workers } = aWorker(`${script} port.onerror = () => log('port onerror');`, everything);
    send(1);
    const { rejected } = workers.get(wk).global as { rejected: Promise<unknown> };
    wk.terminate();
    expect(send()).toEqual(['exit 0']);
    // Or Jest would report it: it is a real one.
    void rejected.catch(() => undefined);
  });
});
