import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { threw } from './support/business-errors';

/** The scenario table of the specification (lifecycle and ordering, §16), row by row. */
describe('scenario', () => {
  it('1: a post at top level arrives nowhere [L-12]', () => {
    expect(aWorker('port.postMessage(1);').send()).toEqual([]);
  });

  it('2: two posts and terminate: the worker sees both, nobody its echoes [L-30, L-31]', () => {
    const { wk, send } = aWorker(
      "port.onmessage = ({ data }) => { log('worker got ' + data); port.postMessage(data); };",
    );
    wk.postMessage(1);
    wk.postMessage(2);
    wk.terminate();
    expect(send()).toEqual(['worker got 1', 'worker got 2', 'exit 0']);
  });

  it('3: post, close, post: the first arrives, the next message is never handled [L-35, L-36, L-40]', () => {
    const { send } = aWorker(`port.onmessage = ({ data }) => {
      log('worker got ' + data);
      port.postMessage('a');
      port.close();
      port.postMessage('b');
    };`);
    expect(send(1, 2)).toEqual(['worker got 1', 'host got a', 'exit 0']);
  });

  const failing = "port.onmessage = () => { throw new Error('boom'); };";

  it('4: onmessage throws, the host has onerror [L-50, L-54]', () => {
    expect(aWorker(failing).send(1)).toEqual(['onerror Error: boom', 'exit 1']);
  });

  it('5: as 4 with onAllErrors too: that alone, and the worker lives [L-55, L-61]', () => {
    const { wk, send, workers } = aWorker(failing, { hears: ['error', 'allErrors', 'exit'] });
    expect([[...send(1)], workers.get(wk).state]).toEqual([['onAllErrors Error: boom'], 'running']);
    wk.terminate();
    expect(send()).toEqual(['onAllErrors Error: boom', 'exit 1']);
  });

  it('6: onmessage throws, the host has no handler: uncaught, terminated [L-56]', () => {
    expect(aWorker(failing, { hears: ['exit'] }).send(1)).toEqual(['uncaught: Error: boom', 'exit 1']);
  });

  const failingTimer = "setTimeout(() => { throw new Error('t'); }, 0);";

  it('7: a timer throws, the host has onerror only: nothing, the worker lives [L-52]', () => {
    const { wk, send, workers } = aWorker(failingTimer);
    expect([[...send()], workers.get(wk).state]).toEqual([[], 'running']);
    wk.terminate();
    expect(send()).toEqual(['exit 0']);
  });

  it('8: as 7 with onAllErrors: it gets the error [L-52, A-47]', () => {
    expect(aWorker(failingTimer, { hears: ['error', 'allErrors', 'exit'] }).send()).toEqual(['onAllErrors t']);
  });

  it('9: an async onmessage throws: nothing [L-60]', () => {
    const { send, workers, wk } = aWorker(`port.onmessage = () => {
      globalThis.rejected = (async () => { throw new Error('boom'); })();
    };`);
    expect(send(1)).toEqual([]);
    void (workers.get(wk).global as { rejected: Promise<unknown> }).rejected.catch(() => undefined);
  });

  it('10: a caught post that can not be sent, then terminate: exit code 1 [L-44]', () => {
    const { wk, send } = aWorker('port.onmessage = () => { try { port.postMessage(() => 0); } catch {} };');
    send(1);
    wk.terminate();
    expect(send()).toEqual(['exit 1']);
  });

  it('11: the host posts a symbol: onmessageerror at once, then 10200006 [S-50]', () => {
    const { wk, log } = aWorker('');
    wk.onmessageerror = () => log.push('onmessageerror');
    log.push(outcomeOf(() => wk.postMessage(Symbol('no'))));
    expect(log).toEqual(['onmessageerror', threw.cannotSend('Symbol')]);
  });

  it('12: terminate twice: one exit [L-33]', () => {
    const { wk, send } = aWorker('');
    wk.terminate();
    wk.terminate();
    expect(send()).toEqual(['exit 0']);
  });

  it('13: a post in onexit: 10200004 [L-46]', () => {
    const { wk, log, send } = aWorker('port.close();');
    wk.onexit = () => log.push(outcomeOf(() => wk.postMessage(1)));
    expect(send()).toEqual([threw.notRunning('maybe worker is terminated when PostMessage')]);
  });

  it('14: onmessage set in a listener while messages wait: used from the next batch on [L-24]', () => {
    const { wk, log, send } = aWorker('port.onmessage = ({ data }) => port.postMessage(data);', { hears: [] });
    wk.on('message', ({ data }: { data: unknown }) => {
      log.push(`listener ${data}`);
      wk.onmessage = ({ data: later }: { data: unknown }) => log.push(`onmessage ${later}`);
    });
    expect([...send(1, 2)]).toEqual(['listener 1', 'listener 2']);
    expect(send(3).slice(2)).toEqual(['onmessage 3', 'listener 3']);
  });
});
