import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

const echo = 'port.onmessage = ({ data }) => port.postMessage(data);';

function throwing(text: string) {
  return () => {
    throw new Error(text);
  };
}

describe('an exception out of a handler of the host', () => {
  it('is thrown to the test, the same object, after its task; the next call goes on [L-75]', () => {
    const { wk, workers, log, run } = aWorker(echo);
    const mine = new Error('mine');
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(data);
      if (data === 1) throw mine;
    };
    wk.postMessage(1);
    wk.postMessage(2);
    let thrown: unknown;
    try {
      workers.run();
    } catch (error) {
      thrown = error;
    }
    expect([thrown === mine, run()]).toEqual([true, [1, 2]]);
    expect(workers.errors).toMatchObject([
      {
        error: mine,
        worker: undefined,
        context: expect.stringMatching(/^thrown by a handler of worker#1 on the host; it was handling 1, posted at /),
      },
    ]);
  });

  it('out of onmessage skips the listeners of that message, and forgets those for one call [L-70]', () => {
    const { wk, log, send } = aWorker(echo, { hears: [] });
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`onmessage ${data}`);
      if (data === 1) throw new Error('mine');
    };
    wk.once('message', () => log.push('once'));
    wk.on('message', ({ data }: { data: unknown }) => log.push(`listener ${data}`));
    expect(send(1, 2)).toEqual(['onmessage 1', 'uncaught: Error: mine', 'onmessage 2', 'listener 2']);
  });

  it('out of a listener skips the later ones, and forgets those for one call [L-74]', () => {
    const { wk, log, send } = aWorker(echo, { hears: [] });
    wk.once('message', throwing('mine'));
    wk.once('message', () => log.push('once'));
    wk.on('message', ({ data }: { data: unknown }) => log.push(`listener ${data}`));
    expect(send(1, 2)).toEqual(['uncaught: Error: mine', 'listener 2']);
  });

  it('out of onerror skips the error listeners, and the worker is terminated all the same [L-74, L-59]', () => {
    const { wk, log, send } = aWorker("port.onmessage = () => { throw new Error('boom'); };", { hears: ['exit'] });
    wk.onerror = throwing('in onerror');
    wk.on('error', () => log.push('never'));
    expect(send(1)).toEqual(['uncaught: Error: in onerror', 'exit 1']);
  });

  it('out of onAllErrors is as any other [L-75]', () => {
    const { wk, send, workers } = aWorker("throw new Error('boom');", { hears: [] });
    wk.onAllErrors = throwing('in onAllErrors');
    expect([send(), workers.get(wk).state]).toEqual([['uncaught: Error: in onAllErrors'], 'running']);
  });

  it('does not touch the worker, nor its exit code [L-75, L-44]', () => {
    const { wk, send, workers } = aWorker(echo, { hears: ['exit'] });
    wk.onmessage = throwing('mine');
    send(1);
    const { state } = workers.get(wk);
    wk.terminate();
    expect([state, send()]).toEqual(['running', ['uncaught: Error: mine', 'exit 0']]);
  });
});

describe('an exception out of a handler of the worker', () => {
  it('out of onmessage leaves the listeners of the same message to be called [L-71]', () => {
    const { wk, send } = aWorker(`
      port.onmessage = () => { throw new Error('boom'); };
      port.addEventListener('message', ({ data }) => log('listener ' + data));`);
    wk.onAllErrors = () => undefined;
    expect(send(1)).toEqual(['listener 1']);
  });

  it('out of a listener skips the later ones of that message; one for one call is forgotten [L-71]', () => {
    const { wk, send } = aWorker(`
      port.addEventListener('message', () => { throw new Error('boom'); }, { once: true });
      port.addEventListener('message', ({ data }) => log('listener ' + data));`);
    wk.onAllErrors = () => undefined;
    expect(send(1, 2)).toEqual(['listener 2']);
  });

  it('out of a listener leaves the later ones for the next message, those for one call too [L-71]', () => {
    const { wk, send } = aWorker(`
      port.addEventListener('message', ({ data }) => { if (data === 1) throw new Error('boom'); });
      port.addEventListener('message', ({ data }) => log('listener ' + data), { once: true });`);
    wk.onAllErrors = () => undefined;
    expect(send(1, 2, 3)).toEqual(['listener 2']);
  });
});
