import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { nothing, threw } from './support/business-errors';

describe('the exit event', () => {
  it('calls onexit with the worker as this, then exit listeners, with the code alone [L-42, A-42, A-72, L-88]', () => {
    const { wk, log, send } = aWorker('port.close();', { hears: [] });
    wk.onexit = function (this: unknown, ...args: unknown[]) {
      log.push(['onexit', this === wk, args]);
    } as never;
    wk.on('exit', function (this: unknown, ...args: unknown[]) {
      log.push(['listener', this === wk, args]);
    });
    expect(send()).toEqual([
      ['onexit', true, [0]],
      ['listener', true, [0]],
    ]);
  });

  it('comes once, also after terminate and close [L-42]', () => {
    const { wk, send } = aWorker('port.onmessage = () => port.close();');
    wk.postMessage(1);
    wk.terminate();
    send();
    expect(send()).toEqual(['exit 0']);
  });

  it('uses the onexit that is set when it comes [L-42, L-47]', () => {
    const { wk, log, send, workers } = aWorker('port.close();');
    workers.step();
    wk.onexit = () => log.push('the last one');
    expect(send()).toEqual(['the last one']);
  });

  it('finds the worker dead for posts only; afterwards for everything [L-46, L-3]', () => {
    const { wk, log, send } = aWorker('port.close();', { hears: [] });
    const attempts = () => [
      outcomeOf(() => wk.postMessage(1)),
      outcomeOf(() => wk.terminate()),
      outcomeOf(() => wk.cancelTasks()),
      outcomeOf(() => wk.on('x', () => 0)),
      outcomeOf(() => wk.dispatchEvent({ type: 'y' })),
      outcomeOf(() => wk.registerGlobalCallObject('n', {})),
    ];
    wk.onexit = () => log.push(...attempts());
    wk.on('exit', () => log.push(...attempts().slice(0, 1)));
    send();
    expect(log).toEqual([
      threw.notRunning('maybe worker is terminated when PostMessage'),
      nothing,
      nothing,
      nothing,
      'returned true',
      nothing,
      threw.notRunning('maybe worker is terminated when PostMessage'),
    ]);
    expect(attempts()).toEqual([
      threw.notRunning('maybe worker is terminated when PostMessage'),
      threw.notRunning('worker is nullptr when Terminate'),
      nothing,
      threw.notRunning('maybe worker is terminated'),
      threw.notRunning('maybe worker has been terminated'),
      threw.notRunning('maybe worker is terminated when registerGlobalCallObject'),
    ]);
  });

  it('reports a throwing onexit, and calls the listeners all the same [L-76]', () => {
    const { wk, log, send, workers } = aWorker('port.close();');
    wk.onexit = () => {
      throw new Error('in onexit');
    };
    wk.on('exit', () => log.push('listener'));
    expect([send(), workers.get(wk).state]).toEqual([['listener', 'uncaught: Error: in onexit'], 'gone']);
  });

  it('reports a throwing exit listener and skips the rest [L-76]', () => {
    const { wk, log, send, workers } = aWorker('port.close();');
    wk.on('exit', () => {
      throw new Error('in a listener');
    });
    wk.on('exit', () => log.push('never'));
    expect([send(), workers.get(wk).state]).toEqual([['exit 0', 'uncaught: Error: in a listener'], 'gone']);
  });

  it('comes after messages of the same worker, but before LOW and IDLE ones, which are lost [L-43, L-40, L-9]', () => {
    const { send, workers, wk } = aWorker(`port.onmessage = () => {
      port.postMessageAtFront('idle', 4);
      port.postMessageAtFront('low', 3);
      port.postMessage('high');
      port.postMessageAtFront('immediate', 1);
      port.close();
    };`);
    expect(send('go')).toEqual(['host got immediate', 'host got high', 'exit 0']);
    expect(workers.get(wk).dropped.map(({ data, reason }) => [data, reason])).toEqual([
      ['low', 'exited'],
      ['idle', 'exited'],
    ]);
  });
});

describe('the exit code', () => {
  const worksOn = "port.onmessage = ({ data }) => { if (data === 'close') port.close(); ";

  it.each<[string, string, string, 0 | 1]>([
    ['nothing that fails', '', '', 0],
    ['an error of a handler', "throw new Error('boom');", '', 1],
    ['an error of a listener', '', "port.addEventListener('message', () => { throw new Error('boom'); });", 1],
    ['a post that can not be sent, though it is caught', 'attempt(() => port.postMessage(Symbol()));', '', 1],
    ['an at-front post that can not be sent', 'attempt(() => port.postMessageAtFront(Symbol(), 2));', '', 1],
    ['a shared post that can not be sent', 'attempt(() => port.postMessageWithSharedSendable(Symbol()));', '', 1],
    ['argument errors that are caught', 'attempt(() => port.postMessage());', '', 0],
    ['a failed global call that is caught', "attempt(() => port.callGlobalCallObjectMethod('x', 'y', 0));", '', 0],
    [
      'arguments of a global call that can not be sent',
      "attempt(() => port.callGlobalCallObjectMethod('x', 'y', 0, Symbol()));",
      '',
      0,
    ],
    ['an error at top level', '', "throw new Error('boom');", 0],
    ['an error in a timer', "setTimeout(() => { throw new Error('boom'); }, 0);", '', 0],
  ])('after %s is as the platform says [L-44, L-48, S-51b]', (_, inHandler, atTopLevel, code) => {
    const { wk, send, log } = aWorker(`${worksOn} ${inHandler} }; ${atTopLevel}`, { hears: ['exit'] });
    wk.onAllErrors = () => undefined;
    send('go');
    wk.terminate();
    send();
    expect(log).toEqual([`exit ${code}`]);
  });

  it('is not changed by what goes wrong on the host [L-44]', () => {
    const { wk, send } = aWorker('port.onmessage = () => port.postMessage(1);', { hears: ['exit'] });
    wk.onmessage = () => {
      throw new Error('host');
    };
    outcomeOf(() => wk.postMessage(Symbol('no')));
    send('go');
    wk.terminate();
    expect(send()).toEqual(['uncaught: Error: host', 'exit 0']);
  });
});
