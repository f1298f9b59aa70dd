import { describe, expect, it, jest } from '@jest/globals';
import type { Workers } from '../../src/world';
import { readOptions } from '../../src/world/options';
import { inlineWorld } from './support/inline-world';
import { describeThrown } from './support/outcome';

const echo = { 'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);' };

/** The whole text of what is thrown. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return describeThrown(error);
  }
  return 'nothing was thrown';
}

const text = (code: string, ...lines: readonly string[]) => `FakeOhosWorkerError ${code}: ${lines.join('\n')}`;

describe('workers.configure', () => {
  const where =
    "Hint: options stand in Jest's config under globals.fakeOhosWorker, or are given to workers.configure().";

  it.each([
    [{ mode: 'atuo' }, 'mode', "'atuo'", "'manual' or 'auto'"],
    [{ isolation: 1 }, 'isolation', '1', "'context' or 'module'"],
    [{ onUnhandled: null }, 'onUnhandled', 'null', "'fail' or 'record' or 'ignore'"],
    [{ leaks: 'error' }, 'leaks', "'error'", "'fail' or 'warn' or 'ignore'"],
    [{ maxSteps: Number.NaN }, 'maxSteps', 'NaN', 'a whole number from 1 on'],
    [{ apiVersion: 6 }, 'apiVersion', '6', 'a whole number from 7 to 26'],
    [{ project: { root: 7 } }, 'project.root', '7', 'a path'],
    [{ limits: 3 }, 'limits', '3', '{ ThreadWorker, RestrictedWorker, Worker, total }'],
    [{ limits: { total: -1 } }, 'limits.total', '-1', 'a whole number from 0 on'],
    [{ hypium: { level: '0' } }, 'hypium.level', "'0'", '0 or 1 or 2 or 3 or 4'],
    [{ hypium: { size: 'tiny' } }, 'hypium.size', "'tiny'", "'small' or 'medium' or 'large'"],
    [{ hypium: { data: 'data.json' } }, 'hypium.data', "'data.json'", '{ suites }'],
  ])('refuses %j', (options, name, given, expected) => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.configure(options as never))).toBe(
      text(
        'FOW_BAD_OPTION',
        `The option "${name}" can't be ${given} [FOW_BAD_OPTION]`,
        `  - expected: ${expected}`,
        where,
      ),
    );
  });

  it('refuses an option that does not exist, inside another one too', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.configure({ trace: { maxEvent: 1 } } as never))).toBe(
      text(
        'FOW_UNKNOWN_OPTION',
        'There is no option "trace.maxEvent" [FOW_UNKNOWN_OPTION]',
        '  - given: trace.maxEvent: 1',
        '  - known: maxEvents, only, redact, html',
        where,
      ),
    );
    expect(refusal(() => workers.configure({ colour: 'red' } as never))).toBe(
      text(
        'FOW_UNKNOWN_OPTION',
        'There is no option "colour" [FOW_UNKNOWN_OPTION]',
        "  - given: colour: 'red'",
        '  - known: mode, clock, isolation, project, stubs, hypium, onUnhandled, leaks, maxSteps, maxHandlerTime, apiVersion, limits, trace',
        where,
      ),
    );
  });

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [['mode'], "[ 'mode' ]"],
  ])('refuses %j in place of options', (given, shown) => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.configure(given as never))).toBe(
      text(
        'FOW_BAD_OPTION',
        `The options can't be ${shown} [FOW_BAD_OPTION]`,
        '  - expected: { mode, clock, isolation, project, stubs, hypium, onUnhandled, leaks, maxSteps, maxHandlerTime, apiVersion, limits, trace }',
        where,
      ),
    );
  });

  it("refuses them in Jest's config as well", () => {
    expect(readOptions(undefined).mode).toBe('manual');
    expect(() => readOptions(true)).toThrow("The options can't be true [FOW_BAD_OPTION]");
  });

  it('changes nothing when it refuses', () => {
    const inline = inlineWorld(echo);
    const refused = new Error('no such folder');
    jest.spyOn(inline.world.surroundings, 'openProject').mockImplementation(() => {
      throw refused;
    });
    expect(() => inline.workers.configure({ project: { root: 'nowhere' }, maxSteps: 1 })).toThrow(refused);
    inline.workers.configure({ onUnhandled: 'ignore' });
    expect(inline.world.settings).toMatchObject({ projectRoot: undefined, maxSteps: 250_000, onUnhandled: 'ignore' });
  });

  it('refuses what can not change while there are workers', () => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts');
    expect(refusal(() => workers.configure({ apiVersion: 8 }))).toBe(
      text(
        'FOW_CONFIGURED_TOO_LATE',
        'workers.configure({ apiVersion: 8 }) came after the first worker [FOW_CONFIGURED_TOO_LATE]',
        '  - only mode, clock, maxSteps, maxHandlerTime, onUnhandled and leaks can change while there are workers',
        'Hint: call it before the first `new`, or call workers.reset() first.',
      ),
    );
  });

  it('refuses what is about imports', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.configure({ stubs: true }))).toBe(
      text(
        'FOW_CONFIGURED_TOO_LATE',
        'workers.configure({ stubs: true }) came after the first import [FOW_CONFIGURED_TOO_LATE]',
        '  - stubs is about imports, and the test file has been loaded',
        "Hint: set globals.fakeOhosWorker.stubs in Jest's config.",
      ),
    );
  });
});

describe('the options of a call', () => {
  const until = () => true;
  const calls: Record<string, (workers: Workers, options: never) => unknown> = {
    run: (workers, options) => workers.run(options),
    runUntil: (workers, options) => workers.runUntil(until, options),
    breakOn: (workers, options) => workers.breakOn({}, options),
    settle: (workers, options) => workers.settle(options),
  };
  const hints: Record<string, string> = {
    run: 'workers.run({ maxSteps: 1_000 })',
    runUntil: "workers.runUntil({ kind: 'message' }, { stop: 'before' })",
    breakOn: "workers.breakOn({ kind: 'message' }, { stop: 'after' })",
    settle: 'await workers.settle({ until: promise, maxTime: 1_000 })',
  };
  const refusalOf = async (method: string, options: unknown): Promise<string> => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts');
    try {
      await calls[method]?.(workers, options as never);
    } catch (error) {
      return describeThrown(error);
    }
    return 'nothing was thrown';
  };

  it.each([
    ['run', { maxStep: 5 }, 'maxStep: 5', 'maxSteps, maxTime'],
    ['runUntil', { stopAt: 'before' }, "stopAt: 'before'", 'stop, maxSteps, maxTime'],
    ['breakOn', { when: 'after' }, "when: 'after'", 'stop'],
    ['settle', { untl: null }, 'untl: null', 'until, maxSteps, maxTime'],
  ])('%s are refused if one does not exist: %j', async (method, options, given, known) => {
    expect(await refusalOf(method, options)).toBe(
      text(
        'FOW_UNKNOWN_OPTION',
        `There is no option "${Object.keys(options)[0]}" of workers.${method}() [FOW_UNKNOWN_OPTION]`,
        `  - given: ${given}`,
        `  - known: ${known}`,
        `Hint: as in ${hints[method]}.`,
      ),
    );
  });

  it.each([
    ['run', { maxSteps: 0 }, 'option "maxSteps"', '0', 'a whole number from 1 on'],
    ['run', { maxSteps: -1 }, 'option "maxSteps"', '-1', 'a whole number from 1 on'],
    ['run', { maxTime: '1s' }, 'option "maxTime"', "'1s'", 'milliseconds, 0 or more'],
    ['run', 10, 'options', '10', '{ maxSteps, maxTime }'],
    ['runUntil', { stop: 'befor' }, 'option "stop"', "'befor'", "'before' or 'after'"],
    ['runUntil', null, 'options', 'null', '{ stop, maxSteps, maxTime }'],
    ['breakOn', { stop: true }, 'option "stop"', 'true', "'before' or 'after'"],
    ['settle', { until: 'done' }, 'option "until"', "'done'", 'a promise'],
    ['settle', { maxTime: Number.NaN }, 'option "maxTime"', 'NaN', 'milliseconds, 0 or more'],
  ])('%s are refused if they can not be: %j', async (method, options, which, given, expected) => {
    expect(await refusalOf(method, options)).toBe(
      text(
        'FOW_BAD_OPTION',
        `The ${which} of workers.${method}() can't be ${given} [FOW_BAD_OPTION]`,
        `  - expected: ${expected}`,
        `Hint: as in ${hints[method]}.`,
      ),
    );
  });

  it.each([
    [{ id: 9 }, 'Task 9'],
    [2, '2'],
    [null, 'null'],
  ])('step is not given %j for a task', (task, shown) => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts');
    expect(refusal(() => workers.step(task as never))).toBe(
      text(
        'FOW_TASK_NOT_NEXT',
        `${shown} can't be the next one [FOW_TASK_NOT_NEXT]`,
        '  - may come next: task 1 (start host -> worker#1 echo.ts)',
        'Hint: take one of workers.pending that is the first of its channel.',
      ),
    );
  });
});

describe('workers.clock', () => {
  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('is not advanced by %s', (time) => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.clock.advance(time))).toBe(
      text(
        'FOW_BAD_TIME',
        `The clock can't be advanced by ${time} [FOW_BAD_TIME]`,
        '  - expected: milliseconds, 0 or more',
        'Hint: virtual time only goes forward; workers.reset() begins at 0 again.',
      ),
    );
    expect(workers.clock.now).toBe(0);
  });

  it('tells of an interval that it gives up', () => {
    const { workers, worker } = inlineWorld({ 'w.ts': 'setInterval(() => 0, 10);' }, { maxSteps: 5 });
    new worker.ThreadWorker('w.ts');
    expect(refusal(() => workers.clock.runAll())).toBe(
      text(
        'FOW_OVER_BUDGET',
        '5 tasks have been performed and there is no end in sight [FOW_OVER_BUDGET]',
        '  - again and again: timer … of worker#1, posted at w.ts:1:24',
        'Hint: two sides that answer each other for ever, or an interval? Step through it, or raise maxSteps if it is only long.',
      ),
    );
  });
});

describe('a run of the queue', () => {
  it.each(['step', 'run', 'settle', 'clock.next', 'clock.runAll', 'runUntil'])(
    'is refused inside a handler: %s',
    async (method) => {
      const { workers, worker, log } = inlineWorld(echo);
      const calls: Record<string, () => unknown> = {
        step: () => workers.step(),
        run: () => workers.run(),
        runUntil: () => workers.runUntil(() => true),
        settle: () => workers.settle(),
        'clock.next': () => workers.clock.next(),
        'clock.runAll': () => workers.clock.runAll(),
      };
      const wk = new worker.ThreadWorker('echo.ts');
      wk.onmessage = async () => {
        try {
          await calls[method]?.();
        } catch (error) {
          log.push(describeThrown(error));
        }
      };
      wk.postMessage('again');
      workers.run();
      await new Promise((resolve) => setImmediate(resolve));
      expect(log).toEqual([
        text(
          'FOW_CALLED_IN_HANDLER',
          `workers.${method}() was called while task 3 (message worker#1 -> host 'again') was being performed [FOW_CALLED_IN_HANDLER]`,
          '  - a handler runs inside a task; no other task can run before it has returned',
          `Hint: call workers.${method}() from the test itself.`,
        ),
      ]);
    },
  );

  it('tells that nothing came where nothing has happened', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.runUntil(() => true))).toBe(
      text(
        'FOW_NEVER_CAME',
        'workers.runUntil() ran out of tasks: no task matched () => true [FOW_NEVER_CAME]',
        '  - performed: 0',
        '  - trace: nothing has happened',
        'Hint: is the worker still starting, has it ended, or does it wait for a promise of the host (use settle)?',
      ),
    );
  });

  it('tells which tasks would have matched', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.runUntil({ kind: 'message', data: 7 }))).toContain(
      "no task matched { kind: 'message', data: 7 } [FOW_NEVER_CAME]",
    );
  });

  it('refuses a task where none is queued', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.step({ id: 7 }))).toBe(
      text(
        'FOW_TASK_NOT_NEXT',
        "Task 7 can't be the next one [FOW_TASK_NOT_NEXT]",
        '  - may come next: nothing, the queue is empty',
        'Hint: take one of workers.pending that is the first of its channel.',
      ),
    );
  });
});

describe('workers.get', () => {
  it('refuses what is no worker', () => {
    const { workers } = inlineWorld(echo);
    expect(refusal(() => workers.get({ not: 'a worker' }))).toBe(
      text(
        'FOW_NOT_A_WORKER',
        "{ not: 'a worker' } is not a worker of this test [FOW_NOT_A_WORKER]",
        '  - expected: an instance of ThreadWorker, Worker or RestrictedWorker that was constructed in this test, its handle or its label',
        '  - an instance whose second constructor argument was not an object never had a worker (E-8)',
        'Hint: give what `new worker.ThreadWorker(…)` returned.',
      ),
    );
  });

  it('shows no realm of a worker that has stopped', () => {
    const { workers, worker } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.terminate();
    workers.run();
    expect(refusal(() => workers.get(wk).global)).toBe(
      text(
        'FOW_WORKER_HAS_STOPPED',
        'worker#1 has no realm any more [FOW_WORKER_HAS_STOPPED]',
        '  - state: gone',
        '  - script: echo.ts',
        "Hint: look into a worker's realm before it has stopped.",
      ),
    );
  });
});

describe('a budget', () => {
  const pingPong = (limits: { maxSteps?: number; maxTime?: number }, realNow = () => 0) => {
    const inline = inlineWorld({
      'w.ts': `const port = worker.workerPort;
        port.onmessage = ({ data }) => port.postMessage({ ping: data.pong + 1 });`,
    });
    Object.assign(inline.world.surroundings, { realNow });
    const wk = new inline.worker.ThreadWorker('w.ts');
    wk.onmessage = ({ data }) => wk.postMessage({ pong: Number(Reflect.get(Object(data), 'ping')) + 1 });
    wk.postMessage({ pong: 0 });
    return refusal(() => inline.workers.run(limits)).replaceAll(/test\/world\/usage-errors\.test\.ts:\d+:\d+/g, 'here');
  };
  const loop = [
    / {2}- again and again: message host -> worker#1 \{ pong: … \}, posted at \S+/,
    / {2}- again and again: message worker#1 -> host \{ ping: … \}, posted at w\.ts:2:\d+/,
  ];

  it.each([10, 500])('of %d tasks tells, when it is spent, the cycle and the posts that feed it', (maxSteps) => {
    const lines = pingPong({ maxSteps }).split('\n');
    expect(lines[0]).toBe(
      `FakeOhosWorkerError FOW_OVER_BUDGET: ${maxSteps} tasks have been performed and there is no end in sight [FOW_OVER_BUDGET]`,
    );
    expect(lines.slice(1, -1).sort()).toEqual(loop.map((line) => expect.stringMatching(line)));
    expect(lines.at(-1)).toBe(
      'Hint: two sides that answer each other for ever, or an interval? Step through it, or raise maxSteps if it is only long.',
    );
  });

  it('of real time ends a run that goes on for longer', () => {
    let now = 0;
    const lines = pingPong({ maxTime: 5_000 }, () => (now += 10)).split('\n');
    expect(lines.slice(1, -1).sort()).toEqual(loop.map((line) => expect.stringMatching(line)));
    expect(lines[0]).toBe(
      'FakeOhosWorkerError FOW_OVER_BUDGET: 500 tasks have been performed in 5010 ms of real time and there is no end in sight [FOW_OVER_BUDGET]',
    );
    expect(lines.at(-1)).toContain('or raise maxTime if it is only long.');
  });

  it('of real time is looked at after each task, and is not overdrawn by the last one', () => {
    let now = 0;
    const slow = inlineWorld(
      { 'w.ts': 'worker.workerPort.onmessage = () => take(30);' },
      {},
      { take: (milliseconds: number) => (now += milliseconds) },
    );
    Object.assign(slow.world.surroundings, { realNow: () => now });
    const wk = new slow.worker.ThreadWorker('w.ts');
    slow.workers.run();
    for (let i = 0; i < 5; i++) wk.postMessage(i);
    expect(refusal(() => slow.workers.run({ maxTime: 50 }))).toContain('2 tasks have been performed in 60 ms of real');
    expect(now).toBe(60);
    expect(slow.workers.run({ maxTime: 90 })).toEqual({ delivered: 3 });
  });

  it('is not overdrawn by the last task', () => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts').postMessage(1);
    expect(workers.run({ maxSteps: 3 })).toEqual({ delivered: 3 });
  });
});
