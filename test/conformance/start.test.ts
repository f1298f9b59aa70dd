import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { aProject } from './support/a-project';
import { aWorker } from './support/a-worker';
import { anApp } from './support/an-app';
import { nothing } from './support/business-errors';

describe('a worker that starts', () => {
  it('runs no line of its script before the test lets it [L-10]', () => {
    const { log, workers, wk, run } = aWorker("log('script')");
    expect([[...log], workers.get(wk).state, workers.pending.map(({ kind }) => kind)]).toEqual([
      [],
      'starting',
      ['start'],
    ]);
    expect(run()).toEqual(['script']);
  });

  it('runs its script, then its promise jobs, then is running and gets its messages [L-11, L-1]', () => {
    const { send } = aWorker(`
      port.onmessage = ({ data }) => log(data);
      Promise.resolve().then(() => log('job')).then(() => log('job of the job'));
      log('script');`);
    expect(send('message')).toEqual(['script', 'job', 'job of the job', 'message']);
  });

  it('becomes running with the end of its start task [L-1, L-11]', () => {
    const { workers, wk } = aWorker('');
    workers.step();
    expect(workers.get(wk).state).toBe('running');
  });

  it('drops what it posts at top level and in the promise jobs after it [L-12, E-70]', () => {
    const { send, workers, wk } = aWorker(`
      port.postMessage('top level');
      Promise.resolve().then(() => port.postMessage('job'));`);
    expect(send()).toEqual([]);
    expect(workers.get(wk).dropped).toEqual(
      ['top level', 'job'].map((data) => ({ from: 'worker#1', to: 'host', data, reason: 'script-not-finished' })),
    );
  });

  it('answers undefined to global calls without asking the host [L-12, E-70]', () => {
    const { wk, send } = aWorker(`
      log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
      log(attempt(() => port.callGlobalCallObjectMethod(5, 5, 'x')));`);
    wk.registerGlobalCallObject('o', { m: () => 'asked' });
    expect(send()).toEqual([nothing, nothing]);
  });

  it('may set handlers, listeners and timers, and make workers, in its script [L-13]', () => {
    const { send } = aWorker(
      `port.onmessage = ({ data }) => log('onmessage ' + data);
      port.addEventListener('message', ({ data }) => log('listener ' + data));
      setTimeout(() => port.postMessage('from a timer'), 0);
      const child = new worker.ThreadWorker('./child.ts');
      child.onexit = (code) => log('child exit ' + code);`,
      { scripts: { 'child.ts': 'port.close();' } },
    );
    expect(send(1)).toEqual(['onmessage 1', 'listener 1', 'host got from a timer', 'child exit 0']);
  });

  it('goes on after an await of what needs the loop as a running worker, after other awaits as a starting one [L-14]', () => {
    const { send } = aWorker(`(async () => {
      await Promise.resolve();
      port.postMessage('after a resolved promise');
      await new Promise((resolve) => setTimeout(resolve, 0));
      port.postMessage('after a timer');
    })();`);
    expect(send()).toEqual(['host got after a timer']);
  });

  it('keeps messages that were posted meanwhile, in order [L-15, E-24]', () => {
    const { send } = aWorker('port.onmessage = ({ data }) => log(data);');
    expect(send(1, 2, 3)).toEqual([1, 2, 3]);
  });

  it('loses messages for which no handler is set in time [L-15]', () => {
    const { send, workers } = aWorker('setTimeout(() => { port.onmessage = ({ data }) => log(data); }, 1);');
    send('too early');
    workers.clock.advance(1);
    expect(send('in time')).toEqual(['in time']);
  });

  it('fires timers that are due before it reads its messages [L-134, L-15]', () => {
    const { send } = aWorker(`
      port.onmessage = ({ data }) => log('message ' + data);
      setTimeout(() => log('timer'), 0);`);
    expect(send(1, 2)).toEqual(['timer', 'message 1', 'message 2']);
  });

  it('stays running when its script throws, with the handlers that it had set [L-19, L-52]', () => {
    const { send, wk, workers } = aWorker(`
      port.onmessage = ({ data }) => port.postMessage(data);
      throw new Error('at top level');`);
    expect([send('still there'), workers.get(wk).state]).toEqual([['host got still there'], 'running']);
  });
});

describe('a worker whose script never imports the module', () => {
  const script = 'entry/src/main/ets/workers/worker.ts';

  it('has no port: messages are taken from its queue and reach nobody [A-6]', () => {
    const app = aProject('stage', { [script]: 'Object.assign(globalThis, { ran: true });' });
    expect(app.start('entry/ets/workers/worker.ets')).toBe('');
    expect(workers.all.map(({ state, global }) => [state, Reflect.get(global, 'ran')])).toEqual([['running', true]]);
    expect(workers.pending).toEqual([]);
  });

  it('has one as soon as a file that it loads does [A-6]', () => {
    const app = aProject('stage', {
      [script]: "import './answering';",
      'entry/src/main/ets/workers/answering.ts':
        "import worker from '@ohos.worker'; worker.workerPort.onmessage = () => worker.workerPort.postMessage('here');",
    });
    expect(app.start('entry/ets/workers/worker.ets')).toBe('here');
  });
});

describe('a worker that is terminated before its script ran', () => {
  it('never becomes running: its state goes one way [L-1, L-16]', () => {
    const { wk, workers } = aWorker('');
    const states = [workers.get(wk).state];
    wk.terminate();
    do states.push(workers.get(wk).state);
    while (workers.step() !== undefined);
    expect(states).toEqual(['starting', 'terminating', 'terminating', 'terminated', 'gone']);
  });

  it('runs its script and gets earlier messages, but nobody gets its answers [L-16, L-30, L-31]', () => {
    const { wk, send } = aWorker(`
      log('script');
      port.onmessage = ({ data }) => { log('worker got ' + data); port.postMessage(data); };`);
    wk.postMessage(1);
    wk.terminate();
    expect(send()).toEqual(['script', 'worker got 1', 'exit 0']);
  });

  it('can not add listeners in its script; left uncaught, that ends the script [L-16]', () => {
    const { wk, send } = aWorker(
      `port.onmessage = () => log('handler');
      port.addEventListener('message', () => log('listener'));
      log('never');`,
      { hears: ['allErrors', 'exit'] },
    );
    wk.postMessage(1);
    wk.terminate();
    expect(send()).toEqual([
      'handler',
      'onAllErrors The Worker instance is not running, worker is not running when addEventListener.',
      'exit 0',
    ]);
  });
});

describe('a script that is missing although its URL could not be refused', () => {
  it('is an error for onAllErrors alone; the worker stays and does nothing [P-40, P-41, P-82]', () => {
    const { worker, log, runThrough, workers } = anApp();
    const wk = new worker.ThreadWorker('@har/ets/w.ets');
    wk.onAllErrors = (error: Error) => log.push([error.constructor === ReferenceError, String(error)]);
    wk.onexit = (code: number) => log.push(code);
    wk.postMessage('nobody there');
    runThrough();
    const { state } = workers.get(wk);
    wk.terminate();
    expect([state, runThrough()]).toEqual([
      'running',
      [
        [
          true,
          "ReferenceError: Cannot find module 'com.example.conformance/entry@har/ets/w' , which is application Entry Point",
        ],
        0,
      ],
    ]);
  });
});

describe('a script that can not be compiled', () => {
  it('is thrown to the test: it would not have become part of an app', () => {
    const { worker, workers, url } = anApp({ 'w.ts': 'const x = 1; const x = 2;' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(() => workers.run()).toThrow(/^Cannot compile the worker script ".*\/w\.ts" \[FOW_SCRIPT_NOT_COMPILED\]/);
    expect(workers.get(wk).state).toBe('running');
  });
});
