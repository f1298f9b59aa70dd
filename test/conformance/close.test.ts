import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';
import { nothing } from './support/business-errors';

describe('close of the port', () => {
  it('is immediate: onclose runs inside it, unread messages are dropped [L-35, L-36, L-37]', () => {
    const { send, workers, wk } = aWorker(`
      port.onclose = () => log('onclose');
      port.onmessage = ({ data }) => { log(data); port.close(); log('after close'); };`);
    expect(send(1, 2)).toEqual([1, 'onclose', 'after close', 'exit 0']);
    expect(workers.get(wk).dropped).toEqual([{ from: 'host', to: 'worker#1', data: 2, reason: 'closed' }]);
  });

  it('lets the rest of the handler, its promise jobs and the other listeners of the message run [L-36]', () => {
    const { send } = aWorker(`
      port.onmessage = async () => { port.close(); log('handler'); await undefined; log('job'); };
      port.addEventListener('message', () => log('listener'));`);
    expect(send('go')).toEqual(['handler', 'job', 'listener', 'exit 0']);
  });

  it('makes later posts silent; earlier ones are delivered before the exit event [E-42, L-40]', () => {
    const { send } = aWorker(`port.onmessage = () => {
      port.postMessage('before');
      port.close();
      log(attempt(() => port.postMessage('after')));
    };`);
    expect(send('go')).toEqual([nothing, 'host got before', 'exit 0']);
  });

  it('clears timers, and those that are set afterwards never fire [L-36, L-132]', () => {
    const { send, workers } = aWorker(`
      setInterval(() => log('never'), 5);
      port.onmessage = () => { port.close(); log(typeof setTimeout(() => log('never'), 5)); };`);
    send('go');
    workers.clock.advance(100);
    expect(send()).toEqual(['number', 'exit 0']);
  });

  it('is silent when it is repeated, and answers undefined [L-38, E-72]', () => {
    const { send } = aWorker(`
      port.onclose = () => log('onclose');
      port.onmessage = () => log(attempt(() => port.close()), attempt(() => port.close()));`);
    expect(send('go')).toEqual(['onclose', nothing, nothing, 'exit 0']);
  });

  it('drops what onclose posts, and a close inside onclose is silent [L-37]', () => {
    const { send } = aWorker(`
      port.onclose = () => { log('onclose'); port.postMessage('late'); port.close(); };
      port.onmessage = () => port.close();`);
    expect(send('go')).toEqual(['onclose', 'exit 0']);
  });

  it('does nothing after terminate of the host: earlier messages still arrive [L-38, E-72]', () => {
    const { wk, send } = aWorker(`
      port.onclose = () => log('onclose');
      port.onmessage = ({ data }) => { log(data); port.close(); log('closed'); };`);
    wk.postMessage(1);
    wk.postMessage(2);
    wk.terminate();
    expect(send()).toEqual([1, 'closed', 2, 'closed', 'onclose', 'exit 0']);
  });

  it('works at once after a stop by the error rule, and drops the rest of the queue [L-38]', () => {
    const { wk, send, log } = aWorker(`port.onmessage = ({ data }) => {
      log('worker got ' + data);
      if (data === 1) throw new Error('boom');
      port.close();
    };`);
    wk.onerror = () => {
      log.push('onerror');
      wk.postMessage(2);
      wk.postMessage(3);
    };
    expect(send(1)).toEqual(['worker got 1', 'onerror', 'worker got 2', 'exit 1']);
  });

  it('inside onclose after a stop by the error rule runs onclose a second time [L-37]', () => {
    const { send } = aWorker(`
      port.onclose = () => { log('onclose'); port.close(); };
      port.onmessage = () => { throw new Error('boom'); };`);
    expect(send(1)).toEqual(['onerror Error: boom', 'onclose', 'onclose', 'exit 1']);
  });

  it('while the script is evaluated lets it end; no message is delivered [L-39, L-13]', () => {
    const { send, workers, wk } = aWorker(`
      port.onmessage = ({ data }) => log(data);
      port.close();
      log('to the end');`);
    expect(send(1)).toEqual(['to the end', 'exit 0']);
    expect(workers.get(wk).dropped.map(({ data }) => data)).toEqual([1]);
  });

  it('in a timer ends the worker, too', () => {
    const { send } = aWorker('setTimeout(() => port.close(), 0);');
    expect(send()).toEqual(['exit 0']);
  });

  it('does not hide an error of the same handler: it comes before the exit event, whose code is 1 [L-41, L-44]', () => {
    const { send } = aWorker("port.onmessage = () => { port.close(); throw new Error('boom'); };");
    expect(send(1)).toEqual(['onerror Error: boom', 'exit 1']);
  });

  it('does not hide an exception of onclose [L-34b, L-44]', () => {
    const { send } = aWorker(`
      port.onclose = () => { throw new Error('in onclose'); };
      port.onmessage = () => { port.close(); log('closed'); };`);
    expect(send(1)).toEqual(['closed', 'onerror Error: in onclose', 'exit 1']);
  });
});
