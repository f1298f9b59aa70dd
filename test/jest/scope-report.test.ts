import { describe, expect, it } from '@jest/globals';
import { ScopeReport } from '../../src/jest/scope-report';
import type { Scope } from '../../src/jest/scope-tracker';
import type { FakeOhosWorkerOptions } from '../../src/world';
import { inlineWorld } from '../world/support/inline-world';

const scripts = {
  'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);',
  'timer.ts': 'globals.setInterval(() => {}, 100);',
  'throwing.ts': 'worker.workerPort.onmessage = () => { throw new Error("boom"); };',
};

/** A world and what its only scope is told when it ends. Positions are cut off: they are of the test itself. */
function scoped(options: FakeOhosWorkerOptions = {}, how: Partial<Scope> = {}) {
  const inline = inlineWorld(scripts, options);
  const { world } = inline;
  const report = new ScopeReport(() => world);
  const scope: Scope = Object.assign(world.surroundings.currentScope(), {
    kind: 'test' as const,
    name: 'adds up',
    ...how,
  });
  const plain = (text: string) =>
    text.replaceAll(/(, (?:constructed|posted) at): \S+scope-report.test.ts:\d+:\d+/g, '$1');
  const end = (...failures: unknown[]) => {
    const further = report.scopeEnded(scope, failures).map((error) => plain(String(error)));
    return { failures: failures.map((failure) => plain(String(failure))), further };
  };
  const endFile = () => report.scopeEnded({ kind: 'file', name: '' }, []);
  return { ...inline, end, endFile, said: () => inline.warned.map(plain) };
}

describe('a fault that had nothing to spoil', () => {
  it('fails a test that has passed, and adds nothing to one that has failed', () => {
    const outcome = (...failures: unknown[]) => {
      const { worker, workers, end } = scoped({ leaks: 'ignore' });
      const wk = new worker.ThreadWorker('echo.ts');
      workers.run();
      workers.link('host', wk).drop({ data: 'never posted' });
      return end(...failures).further.length;
    };
    expect([outcome(), outcome(new Error('failed already'))]).toEqual([1, 0]);
  });
});

describe('a test that has passed', () => {
  it('is named in one warning for the file when it left workers running', () => {
    const { worker, end, endFile, said } = scoped();
    new worker.ThreadWorker('echo.ts');
    new worker.ThreadWorker('timer.ts');
    expect(end()).toEqual({ failures: [], further: [] });
    new worker.ThreadWorker('echo.ts');
    end();
    expect(said()).toEqual([]);
    endFile();
    expect(said()).toEqual([
      [
        'Workers were left running that nobody has told to end, by 2 of the tests [FOW_LEAKS]',
        '  - "adds up": worker#1 (starting, echo.ts, constructed at); worker#2 (starting, timer.ts, constructed at)',
        '  - "adds up": worker#1 (starting, echo.ts, constructed at)',
        "Hint: on a device they run on: let the app call terminate(). The option leaks: 'ignore' silences this, 'fail' makes it an error.",
      ].join('\n'),
    ]);
  });

  it('does not make a wall of text of many', () => {
    const { worker, end, endFile, said } = scoped();
    for (let test = 0; test < 9; test++) {
      for (let made = 0; made < 7; made++) new worker.ThreadWorker('echo.ts');
      end();
    }
    endFile();
    const [text = ''] = said();
    expect(text.split('\n')).toHaveLength(8);
    expect(text).toContain('  - and by 4 more\n');
    expect(text).toContain('worker#5 (starting, echo.ts, constructed at); and 2 more\n');
  });

  it('is not named when its workers were told to end, be it too late to do so', () => {
    const { worker, workers, end, endFile, said } = scoped();
    new worker.ThreadWorker('echo.ts').terminate();
    new worker.ThreadWorker('timer.ts').terminate();
    workers.step();
    end();
    endFile();
    expect(said()).toEqual([]);
  });

  it("is not named with leaks: 'ignore'", () => {
    const { worker, end, endFile, said } = scoped({ leaks: 'ignore' });
    new worker.ThreadWorker('echo.ts');
    expect(end().further).toEqual([]);
    endFile();
    expect(said()).toEqual([]);
  });

  it("fails with leaks: 'fail', because of messages and timers as well", () => {
    const { worker, workers, end, endFile, said } = scoped({ leaks: 'fail' });
    const wk = new worker.ThreadWorker('echo.ts', { name: 'echo' });
    new worker.ThreadWorker('timer.ts');
    workers.run();
    wk.postMessage({ id: 1 });
    expect(end()).toEqual({
      failures: [],
      further: [
        [
          'FakeOhosWorkerError: "adds up" has left something behind [FOW_LEAKS]',
          '  - echo#1    worker: running, echo.ts, constructed at',
          '  - worker#2  worker: running, timer.ts, constructed at',
          '  - echo#1    message: host -> echo#1  { id: 1 }, posted at',
          '  - worker#2  timer: 1 waiting',
          "Hint: terminate() the workers and run() what is queued, or say workers.configure({ leaks: 'warn' }) in this test.",
        ].join('\n'),
      ],
    });
    endFile();
    expect(said()).toEqual([]);
  });

  it('follows what it has configured itself', () => {
    const { worker, workers, end } = scoped();
    workers.configure({ leaks: 'fail' });
    const wk = new worker.ThreadWorker('echo.ts');
    wk.postMessage(1);
    wk.terminate();
    expect(end().further).toEqual([expect.stringContaining('worker#1  message: host -> worker#1  1, posted at')]);
  });

  it('may leave anything when it passes by failing', () => {
    const { worker, end } = scoped({ leaks: 'fail' }, { failing: true });
    new worker.ThreadWorker('echo.ts');
    expect(end().further).toEqual([]);
  });
});

describe('a block that is over', () => {
  it('is named as such', () => {
    const { worker, end } = scoped({ leaks: 'fail' }, { kind: 'describe' });
    new worker.ThreadWorker('echo.ts');
    expect(end().further).toEqual([expect.stringContaining('the block "adds up" has left something behind')]);
  });

  it('is the file when nothing is around it', () => {
    const { worker, end } = scoped({ leaks: 'fail' }, { kind: 'file' });
    new worker.ThreadWorker('echo.ts');
    expect(end().further).toEqual([expect.stringContaining('the test file has left something behind')]);
  });
});

describe('a test that has failed', () => {
  it('is told what was queued, and nothing of leaks', () => {
    const { worker, end, endFile, said } = scoped({ leaks: 'fail' });
    new worker.ThreadWorker('echo.ts').postMessage('hello');
    expect(end(new Error('expected 1'))).toEqual({
      failures: [
        [
          'Error: expected 1',
          '',
          '2 tasks were still queued when this test failed [FOW_NOT_PERFORMED]',
          '  - start host -> worker#1 echo.ts',
          "  - message host -> worker#1 'hello', posted at",
          "Hint: workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits.",
        ]
          .join('\n')
          .replace('worker#1 echo.ts', 'worker#1 echo.ts, posted at'),
      ],
      further: [],
    });
    endFile();
    expect(said()).toEqual([]);
  });

  it('is told of timers when it waited too long', () => {
    const { worker, workers, end } = scoped();
    new worker.ThreadWorker('timer.ts');
    workers.run();
    const timeout = 'Exceeded timeout of 5000 ms for a test.\nAdd a timeout value';
    expect(end(timeout).failures).toEqual([
      [
        timeout,
        '',
        'Something waited when this test failed [FOW_NOT_PERFORMED]',
        '  - timers of worker#1: 1 waiting',
        'Hint: workers.clock.advance(ms) makes timers fire.',
      ].join('\n'),
    ]);
  });

  it('is told of what a link keeps back', () => {
    const { worker, workers, end } = scoped();
    const wk = new worker.ThreadWorker('echo.ts');
    workers.run();
    workers.link('host', wk).hold();
    wk.postMessage('hello');
    const [text = ''] = end('Exceeded timeout of 5000 ms for a test.').failures;
    expect(text).toContain(
      [
        'Something waited when this test failed [FOW_NOT_PERFORMED]',
        '  - link from host to worker#1: 1 kept back',
        'Hint: release() of a link lets go what it holds, workers.clock.advance(ms) what it delays.',
      ].join('\n'),
    );
  });

  it('is told of the mode in auto mode, and of no more than a handful of tasks', () => {
    const { worker, workers, end } = scoped({ mode: 'auto' });
    const wk = new worker.ThreadWorker('timer.ts');
    workers.step();
    for (let i = 0; i < 7; i++) wk.postMessage(i);
    const [text = ''] = end('Exceeded timeout of 5000 ms for a test.').failures;
    expect(text).toContain('  - and 2 more\n  - timers of worker#1: 1 waiting\n');
    expect(text).toContain(
      'Hint: they are performed while the test waits for something (auto mode); workers.clock.advance(ms) makes timers fire.',
    );
  });

  it.each<[string, (inline: ReturnType<typeof scoped>) => unknown]>([
    ['came out of run()', ({ workers }) => caught(() => workers.run())],
    ['is an error of ours', ({ workers }) => caught(() => workers.get({}))],
    ['is a matcher that has said so', () => new Error('expect(worker#1)…\n\nqueued: 1 task')],
    ['is a matcher that has listed it', () => new Error('expect(workers)…\n\nleft:\n  worker#1')],
  ])('is told nothing when its failure %s', (_, fail) => {
    const inline = scoped();
    const wk = new inline.worker.ThreadWorker('throwing.ts');
    wk.postMessage(1);
    const failure = fail(inline);
    new inline.worker.ThreadWorker('echo.ts');
    const before = String(failure);
    expect(inline.end(failure).failures).toEqual([before]);
  });

  it('is told nothing when only a timer waits, as an interval always does', () => {
    const { worker, workers, end } = scoped();
    new worker.ThreadWorker('timer.ts');
    workers.run();
    expect(end(new Error('expected 1')).failures).toEqual(['Error: expected 1']);
  });
});

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('a stand-in', () => {
  it('is told at the end of the file when no test has started its worker', () => {
    const { workers, end, endFile, said } = scoped();
    workers.script('entry/ets/workers/resise.ts', () => undefined);
    expect(end()).toEqual({ failures: [], further: [] });
    expect(said()).toEqual([]);
    endFile();
    expect(said()).toEqual([
      [
        'A stand-in has taken the place of no worker [FOW_STAND_IN_UNUSED]',
        '  - workers.script("entry/ets/workers/resise.ts"): no test of this file has started such a worker',
        'Hint: does the app start it with another URL, or is the stand-in not needed?',
      ].join('\n'),
    ]);
  });
});
