import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { anApp } from './support/an-app';
import { nothing, threw } from './support/business-errors';

/** A worker that posts `data` and then calls `o.m(data)`, with `timeout` as limit, and a host whose `m` takes a while. */
function calling(timeout: string, taking = 0) {
  const app = aWorker(
    `port.onmessage = ({ data }) => {
      port.postMessage(data);
      log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', ${timeout}, data)));
    };`,
    { hears: ['exit'] },
  );
  const method = (data: unknown) => {
    app.log.push(`m(${data})`);
    workers.clock.advance(taking);
    return data;
  };
  app.wk.registerGlobalCallObject('o', { m: method });
  return app;
}

describe('a global call', () => {
  it.each([
    ['1', 1],
    ['1.9', 1],
    ['4294967297', 1],
    ['4999', 4999],
    ['5000', 5000],
    ['5001', 5000],
    ['1e9', 5000],
    ['0', 5000],
    ['0.5', 5000],
    ['NaN', 5000],
    ['Infinity', 5000],
    ['-1', 5000],
  ])('with the timeout %s waits %i ms [L-111, A-81]', (timeout, limit) => {
    expect(calling(timeout, limit - 1).send(1)).toEqual(['m(1)', 'returned 1']);
    expect(calling(timeout, limit).send(1)).toEqual(['m(1)', threw.timedOut]);
  });

  it('times out while the host is busy with something before it; then its method is never called [L-117, L-119b]', () => {
    const { wk, send } = calling('100');
    wk.onmessage = ({ data }: { data: unknown }) => {
      if (data === 'slow') workers.clock.advance(100);
    };
    expect(send('slow', 'quick')).toEqual([threw.timedOut, 'm(quick)', "returned 'quick'"]);
    expect(workers.leaks().filter(({ what }) => what === 'message')).toEqual([]);
  });

  it('adds up what several handlers take [L-111]', () => {
    const { wk, send } = calling('100', 40);
    wk.onmessage = () => workers.clock.advance(30);
    wk.on('message', () => workers.clock.advance(30));
    expect(send(1)).toEqual(['m(1)', threw.timedOut]);
  });

  it('that has timed out leaves later calls alone, also of the same method [L-118]', () => {
    const { wk, log, send } = aWorker(`port.onmessage = () => {
      const call = (text) => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 10, text)));
      call('first');
      call('second');
      port.postMessage('third comes');
      call('third');
      call('fourth');
    };`);
    const pauses = [10, 9, 0];
    wk.registerGlobalCallObject('o', {
      m: (text: string) => {
        log.push(`m(${text})`);
        workers.clock.advance(pauses.shift() ?? 0);
        return text;
      },
    });
    wk.onmessage = () => workers.clock.advance(11);
    expect(send(1)).toEqual([
      'm(first)',
      threw.timedOut,
      'm(second)',
      "returned 'second'",
      threw.timedOut,
      'm(fourth)',
      "returned 'fourth'",
    ]);
  });

  it('whose method throws too late times out, and the exception is one of the host [L-117, L-114]', () => {
    const { wk, send } = calling('5');
    wk.registerGlobalCallObject('o', {
      m: () => {
        workers.clock.advance(5);
        throw new Error('mine');
      },
    });
    expect(send(1)).toEqual([threw.timedOut, 'uncaught: Error: mine']);
  });

  it('whose answer can not be sent times out when that comes too late [L-117, L-116]', () => {
    const { wk, send } = calling('5');
    wk.registerGlobalCallObject('o', { m: () => workers.clock.advance(5) ?? (() => 0) });
    expect(send(1)).toEqual([threw.timedOut]);
  });

  it('keeps the timers of its worker waiting, in due order, until the message has been handled [L-110, L-134]', () => {
    const { wk, log, send } = aWorker(`port.onmessage = () => {
      setTimeout(() => log('after 20'), 20);
      setTimeout(() => log('after 10'), 10);
      log(port.callGlobalCallObjectMethod('o', 'm', 100));
      log(Date.now() - began);
    };
    const began = Date.now();`);
    wk.registerGlobalCallObject('o', {
      m: () => {
        workers.clock.advance(50);
        log.push('answering');
        return 'answer';
      },
    });
    expect(send(1)).toEqual(['answering', 'answer', 50, 'after 10', 'after 20']);
  });

  it('does not make the exit code 1 when it times out and the worker catches that [L-44]', () => {
    const { wk, send } = calling('1', 1);
    send(1);
    wk.terminate();
    expect(send()).toEqual(['m(1)', threw.timedOut, 'exit 0']);
  });

  it('may be answered after terminate() and before its limit, and times out past it [L-119c, L-117]', () => {
    const { wk, send } = calling('100');
    wk.onmessage = ({ data }: { data: number }) => {
      wk.terminate();
      workers.clock.advance(data);
    };
    expect(send(99)).toEqual(['m(99)', 'returned 99', 'exit 0']);
    const late = calling('100');
    late.wk.onmessage = ({ data }: { data: number }) => {
      late.wk.terminate();
      workers.clock.advance(data);
    };
    expect(late.send(100)).toEqual([threw.timedOut, 'exit 0']);
  });

  it('times out when its host waits in a global call of its own for too long [L-117, L-119b]', () => {
    const { wk, log, send } = aWorker(
      `
      const child = new worker.ThreadWorker('./child.ts');
      child.registerGlobalCallObject('o', { m: () => 'never' });
      child.onmessage = () => log('parent: ' + attempt(() => port.callGlobalCallObjectMethod('main', 'm', 200)));
      port.onmessage = ({ data }) => child.postMessage(data);`,
      {
        scripts: {
          'child.ts': `port.onmessage = () => {
            port.postMessage('busy');
            log('child: ' + attempt(() => port.callGlobalCallObjectMethod('o', 'm', 100)));
          };`,
        },
      },
    );
    wk.registerGlobalCallObject('main', {
      m: () => {
        log.push('main');
        workers.clock.advance(100);
      },
    });
    expect(send('go')).toEqual(['main', `parent: ${nothing}`, `child: ${threw.timedOut}`]);
  });

  it('waits in vain for a host that runs it in a handler of its own, which can not return before [L-119b]', () => {
    const { wk, log, send } = aWorker(`
      globalThis.call = () => attempt(() => port.callGlobalCallObjectMethod('o', 'm', 100));
      port.onmessage = ({ data }) => port.postMessage(data);`);
    wk.registerGlobalCallObject('o', { m: () => log.push('never') });
    wk.onmessage = () => log.push((workers.get(wk).global as { call(): string }).call(), workers.clock.now);
    expect(send(1)).toEqual([threw.timedOut, 100]);
  });

  it('answers undefined when 65535 others wait, which have timed out but not been looked at [L-118]', () => {
    // So many calls within one handler may take longer than the watchdog allows.
    workers.configure({ maxHandlerTime: 0 });
    const { wk, log, send } = aWorker(`
      globalThis.callAgainAndAgain = (times) => {
        const outcomes = {};
        for (let n = 0; n < times; n++) {
          const outcome = attempt(() => port.callGlobalCallObjectMethod('o', 'm', 1));
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        }
        return outcomes;
      };
      port.onmessage = ({ data }) => port.postMessage(data);`);
    wk.onmessage = ({ data }: { data: number }) => {
      const { callAgainAndAgain } = workers.get(wk).global as { callAgainAndAgain(times: number): object };
      log.push(callAgainAndAgain(data));
    };
    const allWait = { [threw.timedOut]: 65_535, [nothing]: 5 };
    expect(send(65_540)).toEqual([allWait]);
    expect(send(1)).toEqual([allWait, { [threw.timedOut]: 1 }]);
  });
});

describe('workers.clock', () => {
  it('advanced in a handler only lets time pass: what is due comes afterwards, in order', () => {
    const { worker, url, log, run } = anApp({
      'w.ts': ({ workerPort }, { setTimeout, log }) => {
        setTimeout(() => log('timer'), 5);
        workerPort.onmessage = () => workerPort.postMessage('hello');
      },
    });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.postMessage(1);
    wk.onmessage = () => {
      workers.clock.advance(10);
      log.push(`handled at ${workers.clock.now}`);
    };
    expect(run()).toEqual(['handled at 10', 'timer']);
  });

  it('advanced in a handler goes on from there when the test advances it, too', () => {
    const { wk, log, send } = aWorker(`
      setTimeout(() => log('at 50'), 50);
      setTimeout(() => port.postMessage('at 5'), 5);`);
    send();
    wk.onmessage = () => workers.clock.advance(20);
    workers.clock.advance(10);
    expect([log, workers.clock.now]).toEqual([[], 25]);
    workers.clock.advance(25);
    expect([log, workers.clock.now]).toEqual([['at 50'], 50]);
  });

  it.each(['next', 'runAll'] as const)('has no %s in a handler', (method) => {
    const { wk, log, send } = aWorker('port.onmessage = () => port.postMessage(1);');
    wk.onmessage = () => log.push(outcomeOf(() => workers.clock[method]()));
    expect(send(1)[0]).toMatch(`workers.clock.${method}() was called while task`);
  });

  it.each([-1, Number.NaN])('is not advanced by %p in a handler', (time) => {
    const { wk, log, send } = aWorker('port.onmessage = () => port.postMessage(1);');
    wk.onmessage = () => log.push(outcomeOf(() => workers.clock.advance(time)));
    expect(send(1)[0]).toMatch(`The clock can't be advanced by ${time} [FOW_BAD_TIME]`);
  });

  it('shows in the trace that a call timed out, and that it came too late', () => {
    const { wk, send } = calling('5');
    wk.onmessage = () => workers.clock.advance(7);
    send(1);
    expect(workers.trace.text.split('\n').slice(-4)).toEqual([
      '0ms  worker#1  post       -> host  1',
      '0ms  host      message    <- worker#1  1',
      '7ms  worker#1  timeout    o.m',
      '7ms  host      call       <- worker#1  o.m(1)  (too late)',
    ]);
  });
});
