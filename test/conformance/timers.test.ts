import { describe, expect, it } from '@jest/globals';
import { aWorker } from './support/a-worker';

/** What a script has written down once all of its timers have fired, up to the given time. */
function logAfter(milliseconds: number, script: string): unknown[] {
  const { send, workers, log } = aWorker(script);
  send();
  workers.clock.advance(milliseconds);
  return log;
}

describe('timers of a worker', () => {
  it('fire when the clock has come to their time, in the order of time, then of setting [L-134, L-131]', () => {
    expect(
      logAfter(
        30,
        `const at = (name) => () => log(name + ' at ' + (Date.now() - start));
        const start = Date.now();
        setTimeout(at('c'), 20); setTimeout(at('a'), 10); setTimeout(at('d'), 20); setTimeout(at('b'), 10); setTimeout(at('e'), 31);`,
      ),
    ).toEqual(['a at 10', 'b at 10', 'c at 20', 'd at 20']);
  });

  it('do not fire by running what is due: time stands still', () => {
    expect(aWorker("setTimeout(() => log('never'), 1);").send()).toEqual([]);
  });

  it('pass further arguments, and undefined as this [L-131]', () => {
    expect(
      logAfter(5, "setTimeout(function (a, b) { 'use strict'; log([this, a, b, arguments.length]); }, 5, 'a', 2);"),
    ).toEqual([[undefined, 'a', 2, 2]]);
  });

  it('have numbers as ids, which grow over all workers [L-131]', () => {
    const { worker, send, log, url } = aWorker('log(setTimeout(() => 0, 1), setInterval(() => 0, 1));');
    new worker.ThreadWorker(url('w.ts'));
    send();
    const [first = 0] = log as number[];
    expect(log).toEqual([first, first + 1, first + 2, first + 3]);
  });

  it.each([
    ['no delay', '', 0],
    ['undefined', ', undefined', 0],
    ['a string', ", '50'", 0],
    ['NaN', ', NaN', 0],
    ['0', ', 0', 0],
    ['a fraction', ', 1.9', 1],
    ['2 ** 32 + 3', ', 4294967299', 3],
    ['a negative number', ', -50', 1],
  ])('read %s as the platform does [L-131b]', (_, delay, expected) => {
    expect(logAfter(100, `const start = Date.now(); setTimeout(() => log(Date.now() - start)${delay});`)).toEqual([
      expected,
    ]);
  });

  it('refuse a call without arguments with an Error of the platform [L-131b]', () => {
    expect(logAfter(0, 'for (const set of [setTimeout, setInterval]) log(attempt(() => set()));')).toEqual([
      'threw Error: Parameter error. The input callback of StartTimeoutOrInterval is empty.',
      'threw Error: Parameter error. The input callback of StartTimeoutOrInterval is empty.',
    ]);
  });

  it.each(["'log(1)'", 'undefined', '{}', '5'])(
    'answer undefined when they are given %s to call [L-131b]',
    (callback) => {
      expect(logAfter(10, `log(setTimeout(${callback}, 1), setInterval(${callback}, 1));`)).toEqual([
        undefined,
        undefined,
      ]);
    },
  );

  it('repeat until they are cleared [L-131]', () => {
    expect(
      logAfter(
        100,
        `const start = Date.now();
        const id = setInterval(() => { log(Date.now() - start); if (Date.now() - start >= 30) clearInterval(id); }, 10);`,
      ),
    ).toEqual([10, 20, 30]);
  });

  it.each(['0', '-5', 'undefined'])('repeat every millisecond with a delay of %s [L-131b]', (delay) => {
    const times = logAfter(3, `const start = Date.now(); setInterval(() => log(Date.now() - start), ${delay});`);
    expect(times).toEqual(delay === '-5' ? [1, 2, 3] : [0, 1, 2, 3]);
  });

  it('are cleared by either function, also while they are due; unknown ids are ignored [L-131, L-131b]', () => {
    expect(
      logAfter(
        50,
        `const [a, b] = [setTimeout(() => log('a'), 10), setInterval(() => log('b'), 10)];
        clearInterval(a); clearTimeout(b);
        const due = setTimeout(() => log('due'), 20);
        setTimeout(() => clearTimeout(due), 5);
        setTimeout(() => { const next = setTimeout(() => log('next'), 0); clearTimeout(next); log('cleared'); }, 30);
        log(attempt(() => { clearTimeout(999); clearTimeout('x'); clearTimeout(undefined); clearInterval(); }));`,
      ),
    ).toEqual(['returned undefined', 'cleared']);
  });

  it('can not be cleared by another worker [L-131b]', () => {
    const { worker, send, workers, log, url } = aWorker("globalThis.id = setTimeout(() => log('fired'), 10); log(id);");
    send();
    const [id] = log as number[];
    const other = new worker.ThreadWorker(url('w.ts'));
    send();
    (workers.get(other).global as { clearTimeout(id: unknown): void }).clearTimeout(id);
    workers.clock.advance(10);
    expect(log.slice(2)).toEqual(['fired', 'fired']);
  });

  it('of all workers share one time and one order [L-134]', () => {
    const { worker, send, workers, log, url } = aWorker('setTimeout(() => log(globalThis.name), 10);');
    for (const name of ['b', 'c']) new worker.ThreadWorker(url('w.ts'), { name });
    send();
    workers.clock.advance(10);
    expect(log).toEqual([undefined, 'b', 'c']);
  });

  it('neither keep a worker nor end it [L-132]', () => {
    const { send, workers, wk } = aWorker('setTimeout(() => 0, 10);');
    send();
    workers.clock.runAll();
    expect(workers.get(wk).state).toBe('running');
  });
});
