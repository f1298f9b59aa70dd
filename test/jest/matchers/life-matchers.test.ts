import { describe, expect, it } from '@jest/globals';
import { factsOf, failureOf, matcherWorld } from '../support/matcher-world';

describe('toHaveBeenTerminated and toHaveBeenTerminatedTimes', () => {
  it('count the calls of terminate()', () => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(wk).not.toHaveBeenTerminated();
    expect(wk).toHaveBeenTerminatedTimes(0);
    wk.terminate();
    expect(wk).toHaveBeenTerminated();
    wk.terminate();
    expect(wk).toHaveBeenTerminatedTimes(2);
    expect(wk).not.toHaveBeenTerminatedTimes(1);
  });

  it('tell when, by whom and with what still queued', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    workers.clock.advance(20);
    wk.postMessage('late');
    wk.terminate();
    wk.terminate();
    expect(factsOf(() => expect(wk).toHaveBeenTerminatedTimes(1))).toBe(
      [
        'expected: 1 call of terminate()',
        'received: 2 calls',
        '  1. at 20ms by host, 1 queued before it, called at: <here>',
        '  2. at 20ms by host, without effect: it was ending already, called at: <here>',
        'state:    terminating',
      ].join('\n'),
    );
    expect(factsOf(() => expect(wk).not.toHaveBeenTerminated())).toContain('expected: no call of terminate()\n');
    expect(factsOf(() => expect(wk).not.toHaveBeenTerminatedTimes(2))).toContain(
      'expected: not 2 calls of terminate()\n',
    );
  });

  it('tell that there was no call', () => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(factsOf(() => expect(wk).toHaveBeenTerminated())).toBe(
      'expected: a call of terminate()\nreceived: 0 calls\nstate:    starting',
    );
  });

  it('take no argument, and a number', () => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    const withArgument = expect(wk).toHaveBeenTerminated as (n: number) => void;
    expect(failureOf(() => withArgument(1))).toContain(
      'Matcher error: this matcher must not have an expected argument',
    );
    expect(failureOf(() => expect(wk).toHaveBeenTerminatedTimes('1' as never))).toContain(
      'Matcher error: n must be a whole number from 0 on',
    );
  });
});

describe('toHaveExitedWith', () => {
  it('knows the code once the exit event was delivered', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    wk.terminate();
    expect(wk).not.toHaveExitedWith(0);
    expect(factsOf(() => expect(wk).toHaveExitedWith(0))).toBe(
      'expected: exit code 0\nreceived: no exit yet (terminating)',
    );
    workers.run();
    expect(wk).toHaveExitedWith(0);
    expect(wk).toHaveExitedWith(expect.any(Number) as never);
    expect(factsOf(() => expect(wk).toHaveExitedWith(1))).toBe('expected: exit code 1\nreceived: exit code 0');
    expect(factsOf(() => expect(wk).not.toHaveExitedWith(0))).toBe('expected: not exit code 0\nreceived: exit code 0');
  });

  it.each([undefined, 2, '0', null])('refuses %p, which is no exit code', (code) => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(failureOf(() => expect(wk).toHaveExitedWith(code as never))).toContain(
      'Matcher error: code must be 0 or 1: there are no other exit codes',
    );
  });
});

describe('toBeRunning', () => {
  it('holds from the evaluation of the script to the first call that ends it', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(factsOf(() => expect(wk).toBeRunning())).toBe(
      'expected: running\nreceived: starting (its script has not been evaluated)',
    );
    workers.run();
    expect(wk).toBeRunning();
    expect(factsOf(() => expect(wk).not.toBeRunning())).toBe('expected: not running\nreceived: running');
    wk.terminate();
    expect(factsOf(() => expect(wk).toBeRunning())).toContain('received: terminating (it was told to end)');
    workers.step();
    expect(factsOf(() => expect(wk).toBeRunning())).toContain('received: terminated (it has stopped;');
    workers.step();
    expect(factsOf(() => expect(wk).toBeRunning())).toContain('received: gone (its exit event has been delivered)');
  });
});

describe('toHaveDropped', () => {
  it('knows what reached nobody, and why', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('early.ts');
    expect(wk).not.toHaveDropped();
    workers.run();
    expect(wk).toHaveDropped();
    expect(wk).toHaveDropped('too early');
    expect(wk).toHaveDropped(expect.stringMatching(/early/), { reason: 'script-not-finished' });
    expect(wk).not.toHaveDropped('too early', { reason: 'closed' });
    expect(wk).not.toHaveDropped('other');
  });

  it('tells what was dropped', () => {
    const { worker, workers } = matcherWorld();
    const wk = new worker.ThreadWorker('early.ts');
    expect(factsOf(() => expect(wk).toHaveDropped())).toBe('expected: a dropped message\nreceived: none');
    workers.run();
    expect(factsOf(() => expect(wk).toHaveDropped('other', { reason: 'closed' }))).toBe(
      [
        'expected: a dropped message equal to "other", with the reason "closed"',
        'received:',
        '  1. worker#1 -> host  "too early", with the reason "script-not-finished"',
      ].join('\n'),
    );
    expect(factsOf(() => expect(wk).not.toHaveDropped('too early'))).toContain(
      'expected: no dropped message equal to "too early"\n',
    );
  });

  it('refuses a reason that there is not', () => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(failureOf(() => expect(wk).not.toHaveDropped('a', { reason: 'close' as never }))).toContain(
      'Matcher error: reason must be one of script-not-finished, terminating, closed, stopped, cancelled, exited, host-gone, link, unreadable\n\nGiven has type:  string\nGiven has value: "close"',
    );
  });

  it.each<[unknown]>([[{ why: 'closed' }], ['closed'], [null]])('refuses %j as options', (options) => {
    const { worker } = matcherWorld();
    const wk = new worker.ThreadWorker('echo.ts');
    expect(failureOf(() => expect(wk).toHaveDropped('a', options as never))).toContain(
      'Matcher error: options must be { reason }, and the last argument',
    );
  });
});
