import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';
import { threw } from './support/business-errors';

const restricted = { kind: 'RestrictedWorker' } as const;

function got(...names: readonly string[]): string[] {
  return names.map((name) => `host got ${name}`);
}

describe('a RestrictedWorker on the main thread', () => {
  it('is heard kind by kind within one turn of the loop: messages, errors, exit [L-29]', () => {
    const { wk, log, send } = aWorker(
      `port.onmessage = ({ data }) => {
        if (data === 'fail') throw new Error('boom');
        port.postMessage(data);
        if (data === 'last') port.close();
      };`,
      restricted,
    );
    wk.onAllErrors = ({ message }: Error) => log.push(message);
    expect(send('a', 'fail', 'b', 'last')).toEqual([...got('a', 'b', 'last'), 'Error: boom', 'exit 1']);
  });

  it('has its signals handled before those that other workers sent later than its first [L-29]', () => {
    const { worker, wk, log, url, send } = aWorker(
      "port.onmessage = ({ data }) => { if (data === 'fail') throw new Error('boom'); port.postMessage(data); };",
      restricted,
    );
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = ({ data }: { data: unknown }) => log.push(`from the other: ${data}`);
    wk.postMessage('a');
    other.postMessage('b');
    expect(send('fail')).toEqual([...got('a'), 'onerror Error: boom', 'from the other: b', 'exit 1']);
  });

  it('has its global calls answered after what it posted, errors included [L-29, L-110]', () => {
    const { wk, log, send } = aWorker(
      `port.onmessage = ({ data }) => {
        if (data === 'fail') throw new Error('boom');
        port.postMessage('before');
        log('answer ' + port.callGlobalCallObjectMethod('o', 'm', 0));
      };`,
      restricted,
    );
    wk.onAllErrors = ({ message }: Error) => log.push(message);
    wk.registerGlobalCallObject('o', { m: () => log.push('called') });
    expect(send('fail', 'call')).toEqual([...got('before'), 'Error: boom', 'called', 'answer 3']);
  });

  it('puts messages at the front of its one queue; the priority is checked and then ignored [L-98]', () => {
    const { send } = aWorker(
      `port.onmessage = () => {
        port.postMessage('ordinary');
        port.postMessageAtFront('immediate', 1);
        port.postMessageAtFront('idle', 4);
        log(attempt(() => port.postMessageAtFront('wrong', 9)));
        port.postMessage('last');
        port.close();
      };`,
      restricted,
    );
    expect(send('go')).toEqual([
      threw.parameter('priority only supports HIGH, MEDIUM LOW, IDLE.'),
      ...got('idle', 'immediate', 'ordinary', 'last'),
      'exit 0',
    ]);
  });

  it('overtakes no other worker with a message at the front [L-98]', () => {
    const { worker, wk, log, url, send } = aWorker(
      "port.onmessage = ({ data }) => data === 'front' ? port.postMessageAtFront(data, 1) : port.postMessage(data);",
      restricted,
    );
    const other = new worker.ThreadWorker(url('w.ts'));
    other.onmessage = ({ data }: { data: unknown }) => log.push(`from the other: ${data}`);
    other.postMessage('ordinary');
    wk.postMessage('front');
    expect(send()).toEqual(['from the other: ordinary', ...got('front')]);
  });

  it('leaves further errors undelivered when nobody hears the first; they come with the next signal [L-29, L-56]', () => {
    const { send } = aWorker(
      "port.onmessage = ({ data }) => { throw new Error('boom ' + data); }; port.onclose = () => log('closed');",
      { ...restricted, hears: ['exit'] },
    );
    expect(send(1, 2, 3)).toEqual(['uncaught: Error: boom 1', 'closed', 'exit 1']);
  });
});

describe('errors of a worker of a worker that nobody hears', () => {
  const raising = (child: string) =>
    aWorker(
      `const child = new worker.ThreadWorker('./child.ts');
      child.onexit = (code) => log('child exit ' + code);
      port.onmessage = () => { for (const data of [1, 2, 3]) child.postMessage(data); };`,
      { scripts: { 'child.ts': child }, hears: ['allErrors'] },
    );

  it('reach the host of the host by the first alone: the rest shares its signal [L-56, L-29]', () => {
    expect(raising("port.onmessage = ({ data }) => { throw new Error('boom ' + data); };").send('go')).toEqual([
      'onAllErrors Error: boom 1',
      'child exit 1',
    ]);
  });

  it('bring one more of the rest with the next signal [L-56, L-29]', () => {
    const { send } = raising(
      `port.onmessage = ({ data }) => { throw new Error('boom ' + data); };
      port.onclose = () => { throw new Error('closing'); };`,
    );
    expect(send('go')).toEqual(['onAllErrors Error: boom 1', 'child exit 1', 'onAllErrors Error: boom 2']);
  });

  it('are raised with the text of the event as message and its backtrace as stack [L-56, L-75, L-105]', () => {
    const { wk, log, send } = raising("port.onmessage = () => { throw 'a string'; };");
    wk.onAllErrors = (error: Error) => log.push([error.message, error.stack]);
    expect(send('go')).toEqual([['a string', 'Error: a string'], 'child exit 1']);
  });
});

describe('errors of the script of a worker of a worker', () => {
  it('that can not be sent end the task of the host: those after them wait for the next signal [L-68, L-29]', () => {
    const { send, workers } = aWorker(
      `const child = new worker.ThreadWorker('./child.ts');
      child.onAllErrors = (error) => log(error);
      port.onmessage = () => { for (const data of [1, 2, 3, 4]) child.postMessage(data); };`,
      {
        scripts: {
          'child.ts': `port.onmessage = ({ data }) => setTimeout(() => {
            if (data === 2) throw { method() {} };
            throw 'timer ' + data;
          }, data === 4 ? 10 : 0);`,
        },
      },
    );
    expect([...send('go')]).toEqual(['timer 1']);
    workers.clock.advance(10);
    expect(send()).toEqual(['timer 1', 'timer 3', 'timer 4']);
  });
});
