import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

describe('promise jobs of a worker', () => {
  it('run between onmessage and the first listener, and between listeners [L-90, L-92]', () => {
    const { send } = aWorker(`
      const noting = (name) => async () => { log(name); await undefined; log(name + ' goes on'); };
      port.onmessage = noting('onmessage');
      port.addEventListener('message', noting('first'));
      port.addEventListener('message', noting('second'));`);
    expect(send(1)).toEqual(['onmessage', 'onmessage goes on', 'first', 'first goes on', 'second', 'second goes on']);
  });

  it('run to the last one before the next message [L-90, L-21]', () => {
    const { send } = aWorker(`port.onmessage = async ({ data }) => {
      for (let turn = 0; turn < 20; turn++) await undefined;
      log(data);
    };`);
    expect(send(1, 2)).toEqual([1, 2]);
  });

  it('wait for the next call when a call ended with an exception [L-91]', () => {
    const { wk, send } = aWorker(`
      port.onmessage = () => { Promise.resolve().then(() => log('job')); throw new Error('boom'); };
      port.addEventListener('message', () => log('listener'));`);
    wk.onAllErrors = () => undefined;
    expect(send(1)).toEqual(['listener', 'job']);
  });

  it.each([
    [
      'dispatchEvent',
      "port.addEventListener('x', async () => { await undefined; log('job'); });",
      "port.dispatchEvent({ type: 'x' });",
    ],
    [
      'onmessageerror in a post',
      "port.onmessageerror = async () => { await undefined; log('job'); };",
      'attempt(() => port.postMessage(Symbol()));',
    ],
    ['onclose in close', "port.onclose = async () => { await undefined; log('job'); };", 'port.close();'],
  ])('do not run inside the nested call of %s [L-91]', (_, handlers, act) => {
    const { send } = aWorker(`${handlers} port.onmessage = () => { ${act} log('after the call'); };`, { hears: [] });
    expect(send(1)).toEqual(['after the call', 'job']);
  });

  it('run after a timer [L-90]', () => {
    const { send } = aWorker(
      "setTimeout(async () => { await undefined; log('job'); }, 0); setTimeout(() => log('next timer'), 0);",
    );
    expect(send()).toEqual(['job', 'next timer']);
  });

  it('do not run inside a global call, which blocks the worker [L-110]', () => {
    const { wk, log, send } = aWorker(`port.onmessage = () => {
      Promise.resolve().then(() => log('job'));
      port.callGlobalCallObjectMethod('o', 'm', 0);
      log('after the call');
    };`);
    wk.registerGlobalCallObject('o', { m: () => void log.push('called') });
    expect(send(1)).toEqual(['called', 'after the call', 'job']);
  });

  it('are run by queueMicrotask, too', () => {
    const { send } = aWorker("port.onmessage = () => { queueMicrotask(() => log('job')); log('handler'); };");
    expect(send(1)).toEqual(['handler', 'job']);
  });
});
