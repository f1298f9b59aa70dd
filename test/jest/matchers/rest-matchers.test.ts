import { describe, expect, it } from '@jest/globals';
import { failureOf, matcherWorld } from '../support/matcher-world';

describe('toBeIdle', () => {
  it('holds when no task is queued; timers that wait do not count', () => {
    const { worker, workers } = matcherWorld();
    expect(workers).toBeIdle();
    const echo = new worker.ThreadWorker('echo.ts');
    const timer = new worker.ThreadWorker('timer.ts');
    expect(workers).not.toBeIdle();
    workers.run();
    expect(workers).toBeIdle();
    echo.postMessage('hello');
    expect(echo).not.toBeIdle();
    expect(timer).toBeIdle();
    workers.step();
    expect(echo).not.toBeIdle();
    workers.step();
    expect(workers).toBeIdle();
  });

  it('lists what is queued, and what would perform it', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('timer.ts');
    workers.run();
    wk.postMessage('hello');
    const queued = [
      "queued: 1 task; workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits",
      "  message host -> worker#1 'hello', posted at: <here>",
      'timers of worker#1: 1 waiting; workers.clock.advance(ms) makes timers fire',
    ];
    expect(failureOf(() => expect(workers).toBeIdle())).toBe(
      [
        'expect(workers).toBeIdle()',
        '',
        'expected: no task in the queue, and none that a link keeps back',
        'received: 1 in the queue, 0 kept back',
        '',
        ...queued,
      ].join('\n'),
    );
    expect(failureOf(() => expect(wk).toBeIdle())).toContain(
      'expected: no task in the queue for worker#1 or from it, and none that a link keeps back\n',
    );
    workers.run();
    expect(failureOf(() => expect(workers).not.toBeIdle())).toBe(
      'expect(workers).not.toBeIdle()\n\nexpected: a task in the queue, and one that a link keeps back\nreceived: 0 in the queue, 0 kept back',
    );
  });
});

describe('a message that a link holds', () => {
  it('is work that is left, and was not read before a terminate()', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    const link = workers.link('host', wk);
    link.hold();
    wk.postMessage('held');
    expect(wk).not.toBeIdle();
    expect(failureOf(() => expect(wk).toBeIdle())).toContain(
      "received: 0 in the queue, 1 kept back\n  1. message host -> worker#1 'held'\n",
    );
    wk.terminate();
    expect(workers.get(wk).terminateCalls).toMatchObject([{ queued: [{ data: 'held' }] }]);
    link.release();
    workers.run();
    expect(wk).toBeIdle();
  });
});

describe('toHaveNoLeaks', () => {
  it('looks at all workers, or at one', () => {
    const { worker, workers } = matcherWorld();
    expect(workers).toHaveNoLeaks();
    const left = new worker.ThreadWorker('timer.ts');
    const ended = new worker.ThreadWorker('echo.ts');
    ended.terminate();
    workers.run();
    expect(workers).not.toHaveNoLeaks();
    expect(left).not.toHaveNoLeaks();
    expect(ended).toHaveNoLeaks();
    expect(failureOf(() => expect(workers).toHaveNoLeaks())).toBe(
      [
        'expect(workers).toHaveNoLeaks()',
        '',
        'left:',
        '  worker#1  worker: running, timer.ts, constructed at: <here>',
        '  worker#1  timer: 1 waiting',
      ].join('\n'),
    );
    expect(failureOf(() => expect(ended).not.toHaveNoLeaks())).toBe(
      'expect(worker#2).not.toHaveNoLeaks()\n\nexpected: something that is left\nreceived: nothing',
    );
  });
});

describe('the text of a failure', () => {
  it('has the queue, the diagnostics and the trace of the worker', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('early.ts');
    new worker.ThreadWorker('echo.ts');
    workers.step();
    expect(failureOf(() => expect(wk).toHaveReceivedMessage('too early'))).toBe(
      [
        'expect(worker#1).toHaveReceivedMessage(message)',
        '',
        'expected: "too early"',
        'received: none',
        '',
        "queued: 1 task; workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits",
        '  start host -> worker#2 echo.ts, posted at: <here>',
        '',
        'what a device does not tell of worker#1:',
        "  worker#1 posted 'too early' before its script had finished; a device drops such messages [FOW_POST_BEFORE_RUNNING]",
        '    - script: early.ts',
        '    - posted at: early.ts:1:42',
        '  Hint: post from a handler or a timer: the worker is running once the synchronous part of the script is done.',
        '',
        'trace of worker#1, all entries:',
        "0ms  host      new        worker#1 = new ThreadWorker('early.ts')",
        '0ms  worker#1  start      early.ts',
        "0ms  worker#1  drop       -> host  'too early'  (script-not-finished)",
        '0ms  worker#1  running',
      ].join('\n'),
    );
  });

  it('tells what a link keeps back', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    const other = new worker.ThreadWorker('echo.ts');
    workers.run();
    workers.link('host', wk).hold();
    wk.postMessage('kept');
    const line =
      'link from host to worker#1: 1 kept back; release() of a link lets go what it holds, workers.clock.advance(ms) what it delays';
    expect(failureOf(() => expect(wk).toHaveReceivedMessage())).toContain(`received: none\n\n${line}\n\ntrace of`);
    expect(failureOf(() => expect(other).toHaveReceivedMessage())).not.toContain('kept back');
    expect(workers).not.toBeIdle();
    expect(workers).not.toHaveNoLeaks();
  });

  it('gives no advice when something has happened that was not expected', () => {
    const { worker } = matcherWorld({ trace: { maxEvents: 0 } });
    const wk = new worker.ThreadWorker('echo.ts');
    wk.terminate();
    expect(failureOf(() => expect(wk).not.toHaveBeenTerminated())).not.toContain('queued:');
    expect(failureOf(() => expect(wk).not.toHaveBeenTerminated())).not.toContain('trace of');
  });

  it('shows the end of a long trace', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    for (let i = 0; i < 9; i++) wk.postMessage(i);
    workers.run();
    const text = failureOf(() => expect(wk).toHaveReceivedMessage('x'));
    const [, trace = ''] = text.split('trace of worker#1, the last 12 entries:\n');
    expect(trace.split('\n')).toHaveLength(12);
  });
});

describe('a matcher about something that is no worker', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['a number', 7],
    ['an object', { terminate: () => undefined }],
  ])('tells so: %s', (_, subject) => {
    matcherWorld();
    for (const name of [
      'toHaveReceivedMessage',
      'toBeRunning',
      'toHaveRaisedError',
      'toBeIdle',
      'toHaveNoLeaks',
    ] as const) {
      expect(failureOf(() => expect(subject)[name]())).toContain('is not a worker of this test [FOW_NOT_A_WORKER]');
    }
  });

  it('tells those that may be about all workers that they may', () => {
    matcherWorld();
    const allowed = 'its handle or its label; or workers, which is all of them\n';
    expect(failureOf(() => expect({}).toBeIdle())).toContain(allowed);
    expect(failureOf(() => expect({}).toHaveNoLeaks())).toContain(allowed);
    expect(failureOf(() => expect({}).toBeRunning())).not.toContain('workers, which');
  });

  it('takes a handle for its worker', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    expect(workers.get(wk)).toBeRunning();
    expect([wk, workers.get(wk)]).toEqual([wk, workers.get(wk)]);
  });

  it('can be asked within another expectation', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    const asymmetric = expect as unknown as { toBeRunning(): unknown; not: { toBeRunning(): unknown } };
    expect([wk]).toEqual([asymmetric.toBeRunning()]);
    wk.terminate();
    expect([wk]).toEqual([asymmetric.not.toBeRunning()]);
  });
});
