import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { aWorker } from './support/a-worker';
import { threw } from './support/business-errors';

/** Both sides write down what they hear of messages that can't be rebuilt, and with how many arguments. */
function listening() {
  const app = aWorker(
    `port.onmessage = ({ data }) => { log('port got ' + data); port.postMessage(data); };
    port.onmessageerror = function (...args) { log('port.onmessageerror', this === port, args.length); };
    port.addEventListener('messageerror', (...args) => log('port listener', args.length));`,
  );
  const { wk, log } = app;
  wk.onmessageerror = function (this: unknown, ...args: unknown[]) {
    log.push('onmessageerror', this === wk, args.length);
  };
  wk.on('messageerror', (...args: unknown[]) => log.push('listener', args.length));
  app.send();
  return app;
}

describe('a message that can not be rebuilt at its receiver', () => {
  it('makes a worker call onmessageerror and the listeners, without an argument, and is skipped [S-51d, A-41]', () => {
    const { wk, send } = listening();
    workers.inject.messageError('host', wk);
    expect(send('spoilt', 'fine')).toEqual([
      ...['port.onmessageerror', true, 0],
      ...['port listener', 0],
      ...['port got fine', 'host got fine'],
    ]);
  });

  it('makes the exit code of the worker 1 [S-51d, L-44]', () => {
    const { wk, send } = listening();
    workers.inject.messageError('host', wk);
    send('spoilt');
    wk.terminate();
    workers.run();
    expect(workers.get(wk).exitCode).toBe(1);
  });

  it('makes a host call onmessageerror and the listeners, and leaves the exit code at 0 [S-51d, A-41]', () => {
    const { wk, send } = listening();
    workers.inject.messageError(wk, 'host');
    expect(send('spoilt', 'fine')).toEqual([
      ...['port got spoilt', 'port got fine'],
      ...['onmessageerror', true, 0],
      ...['listener', 0],
      'host got fine',
    ]);
    wk.terminate();
    workers.run();
    expect(workers.get(wk).exitCode).toBe(0);
  });
});

describe('a global call that does not get through', () => {
  const call = "port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 250)));";

  function calling() {
    const app = aWorker(call);
    app.wk.registerGlobalCallObject('o', { m: () => app.log.push('called') });
    app.send();
    return app;
  }

  it('throws 10200021 after its time limit, and its method is never called [L-117]', () => {
    const { wk, send } = calling();
    workers.inject.callTimeout(wk);
    expect(send(1)).toEqual([threw.timedOut]);
    expect(workers.clock.now).toBe(250);
  });

  it('is independent of a later one [L-118]', () => {
    const { wk, send } = calling();
    const link = workers.link(wk, 'host');
    link.hold();
    expect(send(1)).toEqual([threw.timedOut]);
    link.release();
    expect(send(2)).toEqual([threw.timedOut, 'called', 'returned 2']);
  });
});

describe('a script that can not be run', () => {
  it('is followed by the exit event with code 0, without onclose [L-18]', () => {
    const app = aWorker("port.onclose = () => log('onclose'); log('started');");
    workers.inject.startFailure(app.wk);
    expect(app.send()).toEqual(['exit 0']);
  });
});

describe('a constructor that finds no slot', () => {
  it('throws 10200003, and takes none [E-12, E-13, L-126]', () => {
    const { wk, worker, url } = aWorker('');
    workers.inject.outOfWorkers();
    expect(() => new worker.ThreadWorker(url('w.ts'))).toThrow(
      expect.objectContaining({
        code: 10200003,
        message: 'Worker initialization failed, the number of workers exceeds the maximum.',
      }),
    );
    expect(workers.all.map(({ hostObject }) => hostObject)).toEqual([wk]);
  });
});

describe('the main thread as a host that goes away', () => {
  it('leaves its workers running; their calls throw 10200004, and no exit event comes [L-103, L-104, E-41]', () => {
    const { wk, log, send } = aWorker(
      `port.onmessage = () => setTimeout(() => {
        port.postMessage('vanishes');
        log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 250)));
        port.close();
      }, 10);`,
    );
    send(1);
    workers.inject.hostGone(wk);
    workers.clock.advance(10);
    expect(log).toEqual([threw.notRunning('worker is null when callGlobalCallObjectMethod')]);
    expect(workers.get(wk).state).toBe('gone');
  });

  it('keeps a worker from starting that has not started [L-17]', () => {
    const { wk, log } = aWorker("log('started');");
    workers.inject.hostGone(wk);
    workers.run();
    expect(log).toEqual([]);
    expect(() => wk.postMessage(1)).toThrow(expect.objectContaining({ code: 10200004 }));
  });
});
