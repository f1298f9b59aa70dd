import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';
import { anApp } from './support/an-app';

describe('delivery to a worker', () => {
  it('is one message at a time, in the order of posting [L-4, L-21]', () => {
    const { send } = aWorker("port.onmessage = ({ data }) => log(data + ' begins', data + ' ends');");
    expect(send(1, 2)).toEqual(['1 begins', '1 ends', '2 begins', '2 ends']);
  });

  it('reads onmessage for each message [L-20]', () => {
    const { send } = aWorker(`port.onmessage = ({ data }) => {
      log('first ' + data);
      port.onmessage = ({ data }) => log('second ' + data);
    };`);
    expect(send(1, 2)).toEqual(['first 1', 'second 2']);
  });

  it('calls handlers with the port as this and an object of nothing but data [L-20, A-40, A-70]', () => {
    const { send } = aWorker(`port.onmessage = function (event) {
      log(this === port, Object.getOwnPropertyDescriptors(event), Object.getPrototypeOf(event) === Object.prototype);
    };`);
    expect(send('x')).toEqual([
      true,
      { data: { value: 'x', writable: true, enumerable: true, configurable: true } },
      true,
    ]);
  });

  it('does not wait for async handlers: only for their promise jobs [L-21, L-89, L-92]', () => {
    const { send } = aWorker(`port.onmessage = async ({ data }) => {
      log(data + ' begins');
      await undefined;
      log(data + ' goes on');
      await new Promise((resolve) => setTimeout(resolve, 0));
      log(data + ' ends');
    };`);
    expect(send(1, 2)).toEqual(['1 begins', '1 goes on', '2 begins', '2 goes on', '1 ends', '2 ends']);
  });

  it('takes all waiting messages before timers that become due meanwhile [L-22, L-134]', () => {
    const { send } = aWorker(`port.onmessage = ({ data }) => {
      log('message ' + data);
      setTimeout(() => log('timer of ' + data), 0);
    };`);
    expect(send(1, 2)).toEqual(['message 1', 'message 2', 'timer of 1', 'timer of 2']);
  });

  it('looks at due timers before a message that was posted later [L-134]', () => {
    const { send, workers, wk } = aWorker(`port.onmessage = ({ data }) => {
      log('message ' + data);
      setTimeout(() => log('timer of ' + data), 0);
    };`);
    wk.postMessage(1);
    workers.step();
    workers.step();
    expect(send(2)).toEqual(['message 1', 'timer of 1', 'message 2', 'timer of 2']);
  });
});

describe('delivery to the host', () => {
  const posting = (...values: unknown[]) =>
    `port.onmessage = () => { for (const value of ${JSON.stringify(values)}) port.postMessage(value); };`;

  it('is never inside the call of the worker [L-23]', () => {
    const { send } = aWorker("port.onmessage = () => { port.postMessage(1); log('posted'); };");
    expect(send('go')).toEqual(['posted', 'host got 1']);
  });

  it('gives an object of nothing but data, the same one to all listeners, with the worker as this [A-40, L-24]', () => {
    const { wk, log, send } = aWorker(posting('x'));
    const events: object[] = [];
    wk.onmessage = function (this: unknown, event: object) {
      events.push(event);
      log.push(this === wk, Object.getOwnPropertyDescriptors(event));
    } as never;
    wk.on('message', (event: object) => events.push(event));
    expect(send('go')).toEqual([true, { data: { value: 'x', writable: true, enumerable: true, configurable: true } }]);
    expect(events[0]).toBe(events[1]);
    expect(Object.getPrototypeOf(events[0])).toBe(Object.prototype);
  });

  it('reads onmessage once for a batch: a new handler waits for the next batch [L-24, L-97]', () => {
    const { wk, log, send } = aWorker(posting(1, 2));
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`first ${data}`);
      wk.onmessage = ({ data: later }: { data: unknown }) => log.push(`second ${later}`);
    };
    expect(send('go')).toEqual(['first 1', 'first 2']);
    expect(send('go').slice(2)).toEqual(['second 1', 'second 2']);
  });

  it('still calls a handler that an earlier message of the batch removed [L-24]', () => {
    const { wk, log, send } = aWorker(posting(1, 2));
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`got ${data}`);
      wk.onmessage = undefined;
    };
    expect(send('go')).toEqual(['got 1', 'got 2']);
  });

  it('keeps a batch whole while workers work in between [L-24, L-27]', () => {
    const { wk, log, send, worker, url } = aWorker(`port.onmessage = () => {
      port.postMessage(1);
      log('worker still works');
      port.postMessage(2);
    };`);
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = () => undefined;
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`got ${data}`);
      other.postMessage('work');
      wk.onmessage = () => log.push('a new handler');
    };
    send('go');
    expect(log.filter((line) => line !== 'worker still works')).toEqual(['got 1', 'got 2']);
  });

  it('begins a new batch for each step of the test, so that a new handler is seen [L-24, L-28]', () => {
    const { wk, log, workers } = aWorker(posting(1, 2));
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(`first ${data}`);
      wk.onmessage = ({ data: later }: { data: unknown }) => log.push(`second ${later}`);
    };
    wk.postMessage('go');
    for (let step = 0; step < 4; step++) workers.step();
    expect(log).toEqual(['first 1', 'second 2']);
  });

  it('hands over the batch of one worker, then that of the next, in the order of their first posts [L-27]', () => {
    const { worker, run, log, url } = anApp({
      'a.ts': `worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage('a' + data);`,
      'b.ts': `worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage('b' + data);`,
    });
    const [a, b] = [new worker.ThreadWorker(url('a.ts')), new worker.ThreadWorker(url('b.ts'))];
    for (const wk of [a, b]) wk.onmessage = ({ data }: { data: unknown }) => log.push(data);
    a.postMessage(1);
    b.postMessage(1);
    a.postMessage(2);
    expect(run()).toEqual(['a1', 'a2', 'b1']);
  });

  it('lets a message overtake an error that was posted before it, never the other way round [L-26]', () => {
    const { send } = aWorker(`port.onmessage = ({ data }) => {
      port.postMessage('before ' + data);
      if (data === 1) throw new Error('boom');
    };`);
    expect(send(1, 2)).toEqual(['host got before 1', 'host got before 2', 'onerror Error: boom', 'exit 1']);
  });

  it('gives messages that nobody listens to nobody', () => {
    const { send, wk, workers } = aWorker(posting(1), { hears: [] });
    expect([send('go'), workers.get(wk).received]).toEqual([[], [1]]);
  });
});

describe('the order of a worker loop', () => {
  it('takes control back after each task when the test steps', () => {
    const { workers, wk } = aWorker('port.onmessage = () => port.postMessage(1);');
    wk.postMessage('go');
    const steps = Array.from({ length: 4 }, () => workers.step());
    expect(steps.map((task) => task && `${task.kind} ${task.from} -> ${task.to}`)).toEqual([
      'start host -> worker#1',
      'message host -> worker#1',
      'message worker#1 -> host',
      undefined,
    ]);
  });
});
