import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { type InlineWorld, inlineWorld } from './support/inline-world';

/** Says when its timers fire; told a number, it sets one. */
const ticker = `
  worker.workerPort.onmessage = ({ data }) => {
    setTimeout(() => { log(globalThis.name + ' after ' + data + ' at ' + performance.now()); worker.workerPort.postMessage(data); }, data);
  };
`;

/** A world whose time is Jest's, with the worker `w`, which has been told `delays`. */
function fakedWorld(delays: readonly number[], script: string = ticker): InlineWorld & { readonly wk: Posting } {
  jest.useFakeTimers();
  const inline = inlineWorld({ 'w.ts': script }, { clock: 'jest' });
  const wk = new inline.worker.ThreadWorker('w.ts', { name: 'w' });
  for (const delay of delays) wk.postMessage(delay);
  return { ...inline, wk };
}

type Posting = InstanceType<InlineWorld['worker']['ThreadWorker']>;

afterEach(() => {
  jest.useRealTimers();
});

describe('the order of the clock', () => {
  it('is one over timers of all workers, messages and global calls [L-134]', () => {
    const script = `
      setTimeout(() => { log('timer of ' + name + ' at ' + performance.now()); worker.workerPort.postMessage(name); }, 10);
    `;
    const { worker, workers, log } = inlineWorld({ 'w.ts': script });
    for (const name of ['b', 'a']) {
      const wk = new worker.ThreadWorker('w.ts', { name });
      wk.onmessage = ({ data }) => log.push(`message of ${data} at ${workers.clock.now}`);
    }
    workers.clock.advance(10);
    expect(log).toEqual(['timer of b at 10', 'timer of a at 10', 'message of b at 10', 'message of a at 10']);
  });

  it('holds for ten thousand timers', () => {
    const script = `
      worker.workerPort.onmessage = () => {
        for (let i = 0; i < 10_000; i++) setTimeout((due) => log(due), (i * 7919) % 10_007, (i * 7919) % 10_007);
      };
    `;
    const { worker, workers, log } = inlineWorld({ 'w.ts': script });
    new worker.ThreadWorker('w.ts').postMessage(0);
    workers.clock.runAll();
    expect(log).toHaveLength(10_000);
    expect(log).toEqual([...log].sort((a, b) => Number(a) - Number(b)));
  });
});

describe('clock.setSystemTime', () => {
  const dates = 'worker.workerPort.onmessage = () => log([new Date().toISOString(), performance.now()]);';

  it('moves the date of the workers, which goes on from there, and no timer', () => {
    const { worker, workers, log } = inlineWorld({ 'w.ts': `setTimeout(() => log('fired'), 10_000); ${dates}` });
    const wk = new worker.ThreadWorker('w.ts');
    workers.run();
    for (const date of [new Date('2030-02-03T04:05:06Z'), 0, undefined]) {
      workers.clock.setSystemTime(date);
      workers.clock.advance(1_000);
      wk.postMessage('now');
      workers.run();
    }
    expect(log).toEqual([
      ['2030-02-03T04:05:07.000Z', 1_000],
      ['1970-01-01T00:00:01.000Z', 2_000],
      ['2026-01-01T00:00:03.000Z', 3_000],
    ]);
    expect(workers.clock.now).toBe(3_000);
  });

  it.each([new Date('never'), Number.NaN, '2030-01-01', null, {}, true])('refuses %p', (date) => {
    const { workers } = inlineWorld({});
    expect(() => workers.clock.setSystemTime(date as never)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /^The date can't be set to .* \[FOW_BAD_TIME\]\n {2}- expected: a Date, or milliseconds since 1970-01-01T00:00:00Z\nHint: without an argument, the date is what it would be if it had never been set\.$/,
        ),
      }),
    );
  });

  it('lasts as long as the test, block or file that sets it; a worker that lives on sees the date of before', () => {
    const { world, worker, workers, log } = inlineWorld({ 'w.ts': dates });
    const [file, test] = [{ kind: 'file' }, { kind: 'test' }];
    let scope = file;
    Object.assign(world.surroundings, { currentScope: () => scope });
    const wk = new worker.ThreadWorker('w.ts');
    const ask = (): void => {
      wk.postMessage(0);
      workers.run();
    };
    workers.clock.setSystemTime(1_000);
    scope = test;
    workers.clock.setSystemTime(2_000);
    workers.clock.setSystemTime(3_000);
    ask();
    workers.clock.advance(50);
    world.endScope(test);
    scope = file;
    ask();
    workers.clock.setSystemTime();
    ask();
    expect(log).toEqual([
      ['1970-01-01T00:00:03.000Z', 0],
      ['1970-01-01T00:00:01.050Z', 50],
      ['2026-01-01T00:00:00.050Z', 50],
    ]);
  });

  it('lasts until the next process', () => {
    const { worker, workers, log } = inlineWorld({ 'w.ts': 'log(Date.now());' });
    workers.clock.setSystemTime(5);
    new worker.ThreadWorker('w.ts');
    workers.run();
    workers.reset();
    new worker.ThreadWorker('w.ts');
    workers.run();
    expect(log).toEqual([5, Date.UTC(2026, 0, 1)]);
  });
});

describe("clock: 'jest'", () => {
  it.each<[string, () => void, readonly unknown[]]>([
    ['advanceTimersByTime', () => jest.advanceTimersByTime(30), ['w after 10 at 10', 'host at 20', 'w after 30 at 30']],
    ['advanceTimersToNextTimer', () => jest.advanceTimersToNextTimer(2), ['w after 10 at 10']],
    [
      'runAllTimers',
      () => jest.runAllTimers(),
      ['w after 10 at 10', 'host at 20', 'w after 30 at 30', 'w after 50 at 50'],
    ],
  ])('workers follow %s, in one order with the timers of the test', (_, move, expected) => {
    const { workers, log } = fakedWorld([10, 30, 50]);
    setTimeout(() => log.push(`host at ${workers.clock.now}`), 20);
    move();
    expect(log).toEqual(expected);
  });

  it('runOnlyPendingTimers fires every timer of a worker that waits, and none that those set', () => {
    const { workers, log } = fakedWorld(
      [],
      "setTimeout(() => { log('a'); setTimeout(() => log('b'), 5); }, 10); setTimeout(() => log('c'), 40);",
    );
    workers.run();
    jest.runOnlyPendingTimers();
    expect([log, workers.clock.now, jest.getTimerCount()]).toEqual([['a', 'b', 'c'], 40, 0]);
  });

  it.each([
    ['advanceTimersByTimeAsync', () => jest.advanceTimersByTimeAsync(30)],
    ['runAllTimersAsync', () => jest.runAllTimersAsync()],
  ])('workers follow %s, and the test may wait for them', async (_, move) => {
    const { workers, wk, log } = fakedWorld([10]);
    const answer = new Promise((resolve) => {
      wk.onmessage = ({ data }) => resolve(data);
    }).then((data) => setTimeout(() => log.push(`host has ${data} at ${workers.clock.now}`), 20));
    await move();
    await answer;
    expect(log).toEqual(['w after 10 at 10', 'host has 10 at 30']);
  });

  it('timers that are due at one time fire in the order in which they were set, whoever set them', () => {
    const { workers, log, wk } = fakedWorld([]);
    const atTen = (name: string) => setTimeout(() => log.push(name), 10);
    atTen('host 1');
    wk.postMessage(10);
    workers.run();
    atTen('host 2');
    wk.postMessage(10);
    workers.run();
    atTen('host 3');
    jest.advanceTimersByTime(10);
    expect(log).toEqual(['host 1', 'w after 10 at 10', 'host 2', 'w after 10 at 10', 'host 3']);
  });

  it('what a timer of the test posts is answered before the next timer, at the same time', () => {
    const { workers, log, wk } = fakedWorld([]);
    wk.onmessage = ({ data }) => log.push(`answer ${data} at ${workers.clock.now}`);
    setTimeout(() => wk.postMessage(0), 10);
    setTimeout(() => log.push(`host at ${workers.clock.now}`), 11);
    jest.advanceTimersByTime(20);
    expect(log).toEqual(['w after 0 at 10', 'answer 0 at 10', 'host at 11']);
  });

  it('clock.advance, next and runAll move the time of Jest', () => {
    const { workers, log } = fakedWorld([10, 30, 50]);
    const began = Date.now();
    setTimeout(() => log.push('host'), 20);
    workers.clock.advance(15);
    workers.run();
    expect([workers.clock.next(), Date.now() - began]).toEqual([true, 30]);
    workers.clock.runAll();
    expect([workers.clock.next(), Date.now() - began, workers.clock.now]).toEqual([false, 50, 50]);
    expect(log).toEqual(['w after 10 at 10', 'host', 'w after 30 at 30', 'w after 50 at 50']);
  });

  it('clock.runAll gives up on an interval, by the budget', () => {
    const { workers } = fakedWorld([], 'setInterval(() => 0, 1);');
    workers.configure({ maxSteps: 20 });
    expect(() => workers.clock.runAll()).toThrow('20 tasks have been performed and there is no end in sight');
  });

  it('jest.setSystemTime sets the date of the workers, workers.clock.setSystemTime that of the test; no timer notices', () => {
    const { workers, log, wk } = fakedWorld(
      [],
      'worker.workerPort.onmessage = () => log(Date.now()); setTimeout(() => log("fired"), 100);',
    );
    const began = Date.now();
    jest.setSystemTime(5_000);
    wk.postMessage(0);
    workers.run();
    workers.clock.setSystemTime(new Date(9_000));
    expect(Date.now()).toBe(9_000);
    jest.advanceTimersByTime(99);
    workers.clock.setSystemTime();
    expect(Date.now()).toBe(began + 99);
    expect([log, workers.clock.now]).toEqual([[5_000], 99]);
    jest.advanceTimersByTime(1);
    expect(log).toEqual([5_000, 'fired']);
  });

  it('time that a handler takes has passed for the test, too, once the handler has returned', () => {
    const { workers, log, wk } = fakedWorld([10]);
    wk.onmessage = () => {
      workers.clock.advance(25);
      log.push(`handled at ${workers.clock.now}`);
    };
    setTimeout(() => log.push(`host at ${workers.clock.now}`), 20);
    const began = Date.now();
    workers.run();
    workers.clock.next();
    expect(log).toEqual(['w after 10 at 10', 'handled at 35', 'host at 35']);
    expect(Date.now() - began).toBe(35);
  });

  it('performs nothing but what is due, once for each time: afterwards no timer of ours is left', () => {
    const { workers, wk } = fakedWorld([10]);
    expect(jest.getTimerCount()).toBe(1);
    workers.run();
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(10);
    expect(jest.getTimerCount()).toBe(0);
    wk.postMessage(7);
    workers.run();
    workers.reset();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('an error that nobody handles comes out of the call that moved the time, and the next call goes on', () => {
    const { log, wk } = fakedWorld([10, 20]);
    wk.onmessage = ({ data }) => {
      if (data === 10) throw new Error('boom');
      log.push(data);
    };
    expect(() => jest.advanceTimersByTime(15)).toThrow('boom');
    jest.advanceTimersByTime(5);
    expect(log).toEqual(['w after 10 at 10', 'w after 20 at 20', 20]);
  });

  it('goes on when the timers are faked anew or cleared', () => {
    const { workers, log, wk } = fakedWorld([20]);
    jest.advanceTimersByTime(5);
    expect(workers.clock.now).toBe(5);
    jest.clearAllTimers();
    workers.run();
    jest.advanceTimersByTime(5);
    jest.useFakeTimers();
    wk.postMessage(15);
    jest.advanceTimersByTime(20);
    expect(log).toEqual(['w after 20 at 20', 'w after 15 at 25']);
  });

  it.each<[string, () => void]>([
    ['cleared', () => jest.clearAllTimers()],
    ['cleared and moved', () => [jest.clearAllTimers(), jest.advanceTimersByTime(7)]],
    ['faked anew', () => jest.useFakeTimers()],
  ])('an interval of a worker goes on when the timers are %s, as soon as anything is asked of workers', (_, change) => {
    const { workers, log } = fakedWorld([], "setInterval(() => log('tick ' + performance.now()), 10);");
    workers.run();
    change();
    const began = workers.clock.now;
    workers.clock.advance(25 - began);
    expect(log).toEqual(['tick 10', 'tick 20']);
    jest.clearAllTimers();
    expect(workers.clock.next()).toBe(true);
    expect([log.at(-1), workers.clock.now]).toEqual(['tick 30', 30]);
  });

  it('an interval goes on although a timer of the test clears all timers while the clock moves', () => {
    const { workers, log } = fakedWorld([], "setInterval(() => log('tick ' + performance.now()), 10);");
    workers.run();
    setTimeout(() => jest.clearAllTimers(), 15);
    workers.clock.advance(40);
    expect([log, workers.clock.now]).toEqual([['tick 10', 'tick 20', 'tick 30', 'tick 40'], 40]);
  });

  it('sets the date for the test until its scope ends', () => {
    const { world, workers, wk } = fakedWorld([]);
    const began = Date.now();
    wk.postMessage(0);
    workers.clock.setSystemTime(5_000);
    jest.advanceTimersByTime(20);
    expect(Date.now()).toBe(5_020);
    world.endScope(world.surroundings.currentScope());
    expect(Date.now()).toBe(began + 20);
  });

  it.each([
    ['advanceTimersByTime', () => jest.advanceTimersByTime(30)],
    ['advanceTimersByTimeAsync', () => jest.advanceTimersByTimeAsync(30)],
    ['runAllTimersAsync', () => jest.runAllTimersAsync()],
  ])('in auto mode, too, %s performs what is queued and what becomes due', async (_, move) => {
    const { workers, wk, log } = fakedWorld([10, 30]);
    workers.mode = 'auto';
    workers.configure({ clock: 'jest' });
    wk.onmessage = ({ data }) => log.push(data);
    await move();
    expect(log).toEqual(['w after 10 at 10', 10, 'w after 30 at 30', 30]);
    expect([workers.pending, jest.getTimerCount()]).toEqual([[], 0]);
  });

  it('does without the functions that the test does not want faked', () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout', 'setImmediate', 'performance', 'hrtime'] });
    const { worker, log } = inlineWorld({ 'w.ts': "setTimeout(() => log('fired'), 10);" }, { clock: 'jest' });
    new worker.ThreadWorker('w.ts');
    jest.advanceTimersByTime(10);
    expect(log).toEqual(['fired']);
  });

  const refusal = [
    "The option clock is 'jest', and there is no clock of Jest's to follow [FOW_TIMERS_NOT_FAKED]",
    "  - the test's timers are real ones: jest.useFakeTimers() has not been called, or was undone",
    "Hint: call jest.useFakeTimers() before the first worker is constructed, or leave the option clock at 'virtual'.",
  ].join('\n');

  it('refuses to begin while the timers are real', () => {
    const { worker } = inlineWorld({ 'w.ts': '' }, { clock: 'jest' });
    expect(() => new worker.ThreadWorker('w.ts')).toThrow(new Error(refusal));
  });

  it('refuses to move the time once they are real again; what is due still runs', () => {
    const { workers, wk, log } = fakedWorld([]);
    jest.useRealTimers();
    wk.onmessage = ({ data }) => log.push(data);
    wk.postMessage(0);
    workers.run();
    expect(log).toEqual(['w after 0 at 0', 0]);
    expect(() => workers.clock.advance(1)).toThrow(new Error(refusal));
    expect(() => workers.clock.setSystemTime(1)).toThrow(new Error(refusal));
  });

  it('refuses legacy fake timers, which have no clock', () => {
    jest.useFakeTimers({ legacyFakeTimers: true });
    const { worker } = inlineWorld({ 'w.ts': '' }, { clock: 'jest' });
    expect(() => new worker.ThreadWorker('w.ts')).toThrow(
      new Error(
        [
          "The option clock is 'jest', and there is no clock of Jest's to follow [FOW_TIMERS_NOT_FAKED]",
          "  - the timers are Jest's legacy fake timers, which have no clock",
          'Hint: call jest.useFakeTimers() without legacyFakeTimers.',
        ].join('\n'),
      ),
    );
  });
});

/** A world whose time is the machine's, which the test moves by hand. */
function realWorld(script: string): InlineWorld & { pass(milliseconds: number): void } {
  let now = 1_000;
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  const inline = inlineWorld({ 'w.ts': script }, {}, { wait });
  Object.assign(inline.world.surroundings, { realNow: () => now, realDate: () => 5_000_000 + now });
  inline.workers.configure({ clock: 'real' });
  return { ...inline, pass: wait };
}

describe("clock: 'real'", () => {
  it('what has become due is performed by the next run', () => {
    const { worker, workers, log, pass } = realWorld("setTimeout(() => log('fired at ' + performance.now()), 50);");
    new worker.ThreadWorker('w.ts');
    workers.run();
    pass(49);
    workers.run();
    expect(log).toEqual([]);
    pass(3);
    workers.run();
    expect(log).toEqual(['fired at 52']);
  });

  it('shows the date of the machine, also while a handler runs', () => {
    const { world, workers, worker, log } = realWorld(
      'const began = [Date.now(), performance.now()]; wait(8); log([Date.now() - began[0], performance.now() - began[1], Date.now()]);',
    );
    expect(world.settings.clock).toBe('real');
    new worker.ThreadWorker('w.ts');
    workers.run();
    expect(log).toEqual([[8, 8, 5_001_008]]);
  });

  it('counts whole milliseconds, in the trace and for the workers', () => {
    const { workers, worker, log, pass } = realWorld(
      'wait(0.4); log(performance.now()); wait(1.7); log(performance.now()); worker.workerPort.postMessage(0);',
    );
    pass(0.6);
    new worker.ThreadWorker('w.ts');
    pass(2.25);
    workers.run();
    expect([...log, workers.clock.now].map(Number.isInteger)).toEqual([true, true, true]);
    expect(workers.trace.entries.map(({ time }) => time).every(Number.isInteger)).toBe(true);
    expect(workers.clock.now).toBe(4);
  });

  it('can be moved ahead, and goes on from there', () => {
    const { worker, workers, log, pass } = realWorld(
      "setTimeout(() => log('fired'), 50); worker.workerPort.onmessage = () => log([Date.now(), performance.now()]);",
    );
    const wk = new worker.ThreadWorker('w.ts');
    workers.run();
    workers.clock.advance(60);
    pass(5);
    wk.postMessage(0);
    workers.run();
    expect(log).toEqual(['fired', [5_001_065, 65]]);
  });

  it('is what auto mode has, unless another is chosen', () => {
    const { world, workers } = inlineWorld({});
    workers.configure({ mode: 'auto' });
    expect(world.settings.clock).toBe('real');
    workers.configure({ clock: 'virtual' });
    expect(world.settings.clock).toBe('virtual');
  });

  it('may begin and end while timers wait', () => {
    const { worker, workers, log, pass } = realWorld('setTimeout(() => log(performance.now()), 50);');
    workers.configure({ clock: 'virtual' });
    new worker.ThreadWorker('w.ts');
    workers.clock.advance(20);
    workers.configure({ clock: 'real' });
    pass(10);
    workers.configure({ clock: 'virtual' });
    pass(1_000);
    workers.run();
    expect([log, workers.clock.now]).toEqual([[], 30]);
    workers.clock.advance(20);
    expect(log).toEqual([50]);
  });
});
