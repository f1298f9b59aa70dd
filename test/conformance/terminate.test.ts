import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { nothing, threw } from './support/business-errors';

const echo = "port.onmessage = ({ data }) => { log('worker got ' + data); port.postMessage(data); };";

describe('terminate', () => {
  it('is a queued stop: earlier messages reach the worker, its answers reach nobody [L-30, L-31, L-4]', () => {
    const { wk, send, workers } = aWorker(echo);
    send();
    wk.postMessage(1);
    wk.postMessage(2);
    wk.terminate();
    expect([workers.get(wk).state, send()]).toEqual(['terminating', ['worker got 1', 'worker got 2', 'exit 0']]);
    expect(workers.get(wk).dropped.map(({ data, reason }) => [data, reason])).toEqual([
      [1, 'terminating'],
      [2, 'terminating'],
    ]);
  });

  it('makes global calls of the worker answer undefined without asking the host [L-31, E-70]', () => {
    const { wk, send } = aWorker(
      "port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));",
    );
    wk.registerGlobalCallObject('o', { m: () => 'asked' });
    wk.postMessage(1);
    wk.terminate();
    expect(send()).toEqual([nothing, 'exit 0']);
  });

  it('leaves what the worker posted before on its way to the host [L-32]', () => {
    const { wk, log, send, workers } = aWorker('port.onmessage = () => { port.postMessage(1); port.postMessage(2); };');
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`host got ${data}`);
      wk.terminate();
    };
    wk.on('exit', () => log.push('exit listener'));
    send('go');
    expect(log).toEqual(['host got 1', 'host got 2', 'exit 0', 'exit listener']);
    expect(workers.get(wk).state).toBe('gone');
  });

  it('leaves errors that were queued before on their way to the host [L-32]', () => {
    const { wk, log, send } = aWorker("port.onmessage = () => { port.postMessage(1); throw new Error('boom'); };");
    wk.onmessage = () => wk.terminate();
    send('go');
    expect(log).toEqual(['onerror Error: boom', 'exit 1']);
  });

  it('is silent when it is repeated before the exit event, and throws 10200004 after it [L-33, E-61, E-71]', () => {
    const { wk, send } = aWorker('');
    const outcomes = [outcomeOf(() => wk.terminate()), outcomeOf(() => wk.terminate())];
    expect(send()).toEqual(['exit 0']);
    outcomes.push(outcomeOf(() => wk.terminate()));
    expect(outcomes).toEqual([nothing, nothing, threw.notRunning('worker is nullptr when Terminate')]);
  });

  it('is silent after the worker has closed itself, before the exit event [L-33, E-71]', () => {
    const { wk, workers, send } = aWorker('port.close();');
    workers.step();
    expect([outcomeOf(() => wk.terminate()), send()]).toEqual([nothing, ['exit 0']]);
  });

  it('calls onclose without arguments, with the port as this, and drops what it posts [L-34b, L-37, A-55]', () => {
    const { wk, send } = aWorker(`port.onclose = function (...args) {
      log(['onclose', this === port, args.length]);
      log(attempt(() => port.postMessage('late')), attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
    };`);
    wk.terminate();
    expect(send()).toEqual([['onclose', true, 0], nothing, nothing, 'exit 0']);
  });

  it('runs the promise jobs of onclose [L-34b]', () => {
    const { wk, send } = aWorker("port.onclose = async () => { await undefined; log('job'); };");
    wk.terminate();
    expect(send()).toEqual(['job', 'exit 0']);
  });

  it('reports what onclose throws as an error of a handler: the exit code is 1 [L-34b, L-44]', () => {
    const { wk, send } = aWorker("port.onclose = () => { throw new Error('in onclose'); };");
    wk.terminate();
    expect(send()).toEqual(['onerror Error: in onclose', 'exit 1']);
  });

  it('clears all timers, also those that onclose sets, and those that are due already [L-34b, L-34c, L-132]', () => {
    const { wk, send, workers } = aWorker(`
      setTimeout(() => log('never'), 10);
      setInterval(() => log('never'), 10);
      port.onmessage = () => setTimeout(() => log('due, but never'), 0);
      port.onclose = () => setTimeout(() => log('never'), 0);`);
    wk.postMessage(1);
    wk.terminate();
    send();
    workers.clock.advance(100);
    expect(send()).toEqual(['exit 0']);
  });

  it('is what ends a worker that has nothing left to do: it lives until then [L-132]', () => {
    const { send, workers, wk } = aWorker('');
    send();
    workers.clock.advance(1_000_000);
    expect(workers.get(wk).state).toBe('running');
  });
});

describe('cancelTasks', () => {
  it('of the host drops what the worker has not read yet; later messages arrive [L-34, E-73, A-79]', () => {
    const { wk, send, workers } = aWorker("port.onmessage = ({ data }) => log('worker got ' + data);");
    send();
    wk.postMessage(1);
    wk.postMessage(2);
    wk.cancelTasks();
    wk.postMessage(3);
    expect(send()).toEqual(['worker got 3']);
    expect(workers.get(wk).dropped.map(({ data, reason }) => [data, reason])).toEqual([
      [1, 'cancelled'],
      [2, 'cancelled'],
    ]);
  });

  it('of the port drops the same, but not the running handler [L-34]', () => {
    const { send } = aWorker("port.onmessage = ({ data }) => { log(data); port.cancelTasks(); log('goes on'); };");
    expect(send(1, 2)).toEqual([1, 'goes on']);
    expect(send(3).slice(2)).toEqual([3, 'goes on']);
  });

  it('has no effect once the worker is ending [L-34, E-73]', () => {
    const { wk, send } = aWorker("port.onmessage = ({ data }) => log('worker got ' + data);");
    wk.postMessage(1);
    wk.terminate();
    wk.cancelTasks();
    expect(send()).toEqual(['worker got 1', 'exit 0']);
  });

  it('does not keep a worker from starting [L-34]', () => {
    const { wk, send } = aWorker("log('script'); port.onmessage = ({ data }) => log(data);");
    wk.postMessage(1);
    wk.cancelTasks();
    expect(send(2)).toEqual(['script', 2]);
  });
});
