import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';
import { nothing, threw } from './support/business-errors';

/** A parent that has a child, hears it, and writes down what it hears. */
const parent = `
  const child = new worker.ThreadWorker('./child.ts');
  child.onmessage = ({ data }) => log('parent got ' + data);
  child.onexit = (code) => log('child exit ' + code);
  port.onmessage = ({ data }) => {
    if (data === 'close') port.close();
    else child.postMessage(data);
  };`;

function family(child: string, script = parent) {
  return aWorker(script, { scripts: { 'child.ts': child }, hears: ['message', 'error', 'exit', 'allErrors'] });
}

describe('a worker of a worker', () => {
  it('speaks to the worker that constructed it, as that one to the host [L-100]', () => {
    const { send, workers } = family(
      'port.onmessage = ({ data }) => { log("child got " + data); port.postMessage(data); };',
    );
    expect(send(1)).toEqual(['child got 1', 'parent got 1']);
    expect(workers.all.map(({ label }) => label)).toEqual(['worker#1', 'worker#2']);
  });

  it('is looked for beside the file of the worker that constructs it [L-101, P-10]', () => {
    const { send } = family("log('the child runs');");
    expect(send()).toEqual(['the child runs']);
  });

  it('gives events of the realm of its host [L-100, A-1]', () => {
    const { send } = family(
      'setTimeout(() => port.postMessage([1]), 0);',
      `const child = new worker.ThreadWorker('./child.ts');
      child.onmessage = (event) => log(event instanceof Object, event.data instanceof Array);`,
    );
    expect(send()).toEqual([true, true]);
  });

  it('is stopped by its host as any other, and its exit comes after its messages [L-29, L-100]', () => {
    const { send } = family(
      "setTimeout(() => { port.postMessage('last'); }, 0);",
      `const child = new worker.ThreadWorker('./child.ts');
      child.onmessage = ({ data }) => { log('parent got ' + data); child.terminate(); };
      child.onexit = (code) => log('child exit ' + code);`,
    );
    expect(send()).toEqual(['parent got last', 'child exit 0']);
  });

  it('reports its errors to its host alone [L-50, L-100]', () => {
    const { send } = family(
      "port.onmessage = () => { throw new Error('boom'); };",
      `${parent} child.onerror = ({ message }) => log('parent heard ' + message);`,
    );
    expect(send(1)).toEqual(['parent heard Error: boom', 'child exit 1']);
  });

  it('without an onerror there raises an error of the worker that is its host: only onAllErrors hears it [L-56, L-75, L-105]', () => {
    const { wk, log, send, workers } = family("port.onmessage = () => { throw new Error('boom'); };");
    wk.onAllErrors = (error: Error) => log.push([error.message, error.stack?.includes('/child.ts')]);
    expect(send(1)).toEqual([['Error: boom', true], 'child exit 1']);
    expect(workers.get(wk).state).toBe('running');
  });

  it('lets an exception of its handlers in the host be one of the host: only onAllErrors hears it [L-105, L-75]', () => {
    const { send, workers, wk } = family(
      'setTimeout(() => port.postMessage(1), 0);',
      `const child = new worker.ThreadWorker('./child.ts');
      child.onmessage = () => { throw new Error('in the parent'); };`,
    );
    expect([send(), workers.get(wk).state]).toEqual([['onAllErrors in the parent'], 'running']);
  });

  it('is heard in the order messages, errors, errors of scripts, calls, exit when its host was busy [L-29]', () => {
    const { send } = family(
      `port.onmessage = ({ data }) => {
        if (data === 'fail') throw new Error('handler');
        setTimeout(() => { throw new Error('timer'); }, 0);
        port.postMessage(data);
      };`,
      `const child = new worker.ThreadWorker('./child.ts');
      child.onmessage = ({ data }) => log('parent got ' + data);
      child.onAllErrors = (error) => log('parent heard ' + error.message);
      port.onmessage = () => { for (const data of ['a', 'fail', 'b']) child.postMessage(data); };`,
    );
    expect(send(1)).toEqual([
      'parent got a',
      'parent got b',
      'parent heard Error: handler',
      'parent heard timer',
      'parent heard timer',
    ]);
  });

  it('puts messages at the front of the one queue that its host has; the priority is read but ignored [L-98]', () => {
    const { send } = family(
      `port.onmessage = () => {
        port.postMessage('ordinary');
        port.postMessageAtFront('idle', 4);
        port.postMessageAtFront('immediate', 1);
        port.postMessageAtFront('low', 3);
        log(attempt(() => port.postMessageAtFront('wrong', 9)));
      };`,
    );
    expect(send(1)).toEqual([
      threw.parameter('priority only supports HIGH, MEDIUM LOW, IDLE.'),
      'parent got low',
      'parent got immediate',
      'parent got idle',
      'parent got ordinary',
    ]);
  });

  it('calls objects that its host registered, while that one does nothing else [L-110]', () => {
    const { send } = family(
      "port.onmessage = () => log('child has ' + port.callGlobalCallObjectMethod('o', 'm', 0, 7));",
      `${parent} child.registerGlobalCallObject('o', { m: (value) => { log('parent called'); return value + 1; } });`,
    );
    expect(send(1)).toEqual(['parent called', 'child has 8']);
  });
});

describe('a worker whose host is gone', () => {
  const alone = (child: string) =>
    family(
      `setInterval(() => { ${child} }, 10);`,
      `new worker.ThreadWorker('./child.ts'); port.onmessage = () => port.close();`,
    );

  it('goes on; what it posts vanishes [L-2, L-103, L-104, E-41, E-78]', () => {
    const { send, workers } = alone("log(attempt(() => port.postMessage('anybody?')));");
    send();
    send('close');
    workers.clock.advance(20);
    const [, child] = workers.all;
    expect([send(), child?.state]).toEqual([['exit 0', nothing, nothing], 'running']);
    expect(child?.dropped.map(({ reason }) => reason)).toEqual(['host-gone', 'host-gone']);
  });

  it('can not make global calls [L-103]', () => {
    const { send, workers } = alone("log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));");
    send();
    send('close');
    workers.clock.advance(10);
    expect(send()).toEqual(['exit 0', threw.notRunning('worker is null when callGlobalCallObjectMethod')]);
  });

  it('has errors that nobody hears of [L-103, L-49]', () => {
    const { send, workers } = alone("throw new Error('alone');");
    send();
    send('close');
    workers.clock.advance(10);
    expect(send()).toEqual(['exit 0']);
  });

  it('ends by close alone; no exit event comes, its slot is free again [L-103, L-104, L-49]', () => {
    const { send, workers } = alone("log('closing'); port.close();");
    send();
    send('close');
    workers.clock.advance(10);
    expect([send(), workers.all.map(({ state }) => state)]).toEqual([
      ['exit 0', 'closing'],
      ['gone', 'gone'],
    ]);
  });

  it('never starts when it had not started [L-17, L-49, L-103]', () => {
    const { send, workers } = family("log('never');", "new worker.ThreadWorker('./child.ts'); port.close();");
    expect([send(), workers.all.map(({ state }) => state)]).toEqual([['exit 0'], ['gone', 'gone']]);
  });
});
