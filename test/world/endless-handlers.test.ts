import type collectionsModule from '@arkts.collections';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { FakeOhosWorkerOptions } from '../../src/world';
import type { WorkerFunction } from './support/inline-realm';
import { type InlineWorld, inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';

const limited = { maxHandlerTime: 60 };

/** A world with a worker that has got one message. */
function aWorld(script: WorkerFunction, options: FakeOhosWorkerOptions = limited): InlineWorld & { exits: unknown[] } {
  const world = inlineWorld({ 'w.ts': script, 'echo.ts': echo }, options);
  const wk = new world.worker.ThreadWorker('w.ts');
  const exits: unknown[] = [];
  wk.onexit = (code: number) => exits.push(code);
  wk.postMessage('go');
  return { ...world, exits };
}

const echo: WorkerFunction = ({ workerPort }) => {
  workerPort.onmessage = ({ data }: { data: unknown }) => workerPort.postMessage(data);
};

/** What a call throws, without the lines that name places of this file. */
function refusal(act: () => unknown): string {
  return outcomeOf(act).replace(/, posted at .*/, '');
}

const ended = '  - its thread has ended as in a crash, past every catch and finally; the exit event has code 1';
const hint =
  'Hint: a loop without an end? If the code only takes long, raise the option maxHandlerTime; 0 is no limit.';

function cutOff(agent: string, ...facts: string[]): string {
  const summary = `${agent} was cut off: its code had not returned after 60 ms [FOW_ENDLESS_HANDLER]`;
  return [`threw FakeOhosWorkerError FOW_ENDLESS_HANDLER: ${summary}`, ...facts, hint].join('\n');
}

describe('code of a worker that does not return', () => {
  it.each<[string, WorkerFunction, string[]]>([
    [
      'a handler of messages',
      ({ workerPort }) => {
        workerPort.onmessage = () => {
          for (;;);
        };
      },
      ["it was performing: message host -> worker#1 'go'", 'the handler begins at w.ts:2', 'it was at w.ts:3'],
    ],
    [
      'a listener that catches everything',
      ({ workerPort }, { log }) => {
        workerPort.addEventListener('message', () => {
          try {
            for (;;);
          } catch {
            log('caught');
          } finally {
            log('done');
          }
        });
      },
      ["it was performing: message host -> worker#1 'go'", 'the handler begins at w.ts:2', 'it was at w.ts:4'],
    ],
    [
      'a job of a promise',
      ({ workerPort }) => {
        workerPort.onmessage = async () => {
          await Promise.resolve();
          for (;;);
        };
      },
      ["it was performing: message host -> worker#1 'go'", 'the handler begins at w.ts:2', 'it was at w.ts:4'],
    ],
    [
      'a script',
      () => {
        for (;;);
      },
      ['it was performing: start host -> worker#1 w.ts', 'it was at w.ts:2'],
    ],
    [
      'a timer',
      (_, { setTimeout }) => {
        setTimeout(() => {
          for (;;);
        });
      },
      ['it was performing: timer 1 of worker#1', 'the handler begins at w.ts:2', 'it was at w.ts:3'],
    ],
    [
      'onclose',
      ({ workerPort }) => {
        workerPort.onclose = () => {
          for (;;);
        };
        workerPort.onmessage = () => workerPort.close();
      },
      ["it was performing: message host -> worker#1 'go'", 'the handler begins at w.ts:2', 'it was at w.ts:3'],
    ],
    [
      'a search by a regular expression',
      ({ workerPort }) => {
        workerPort.onmessage = () => /^(a+)+$/.test(`${'a'.repeat(40)}b`);
      },
      ["it was performing: message host -> worker#1 'go'", 'the handler begins at w.ts:2', 'it was at w.ts:2'],
    ],
  ])('is cut off, and its worker ends with code 1: %s', (_, script, facts) => {
    const { run, log, exits, workers, worker } = aWorld(script);

    expect(refusal(run)).toBe(cutOff('worker#1', ...facts.map((fact) => `  - ${fact}`), ended));
    expect(workers.all.map(({ state }) => state)).toEqual(['terminated']);
    const other = new worker.ThreadWorker('echo.ts');
    other.postMessage('still there');
    run();
    expect({ log, exits, received: workers.get(other).received }).toEqual({
      log: [],
      exits: [1],
      received: ['still there'],
    });
    expect(workers.pending).toEqual([]);
  });

  it('is cut off between two posts, never in the middle of one', () => {
    const { run, workers } = aWorld(({ workerPort }) => {
      workerPort.onmessage = () => {
        for (let count = 0; ; count++) workerPort.postMessage(count);
      };
    });

    expect(refusal(run)).toContain('it was performing: message host -> worker#1');
    const [wk] = workers.all;
    const posted = workers.pending.filter(({ kind }) => kind === 'message').length;
    run();
    expect(wk?.received.length).toBe(posted);
    expect(wk?.received).toEqual(wk?.port.posted);
    expect(workers.pending).toEqual([]);
  });

  it('is cut off where step, runUntil, settle and the clock let it run', async () => {
    const endless: WorkerFunction = (_, { setTimeout }) => {
      setTimeout(() => {
        for (;;);
      }, 5);
    };
    const loops = /^threw FakeOhosWorkerError FOW_ENDLESS_HANDLER: worker#1/;
    const script: WorkerFunction = () => {
      for (;;);
    };
    expect(outcomeOf(() => aWorld(script).workers.step())).toMatch(loops);
    expect(outcomeOf(() => aWorld(script).workers.runUntil({ kind: 'exit' }))).toMatch(loops);
    expect(outcomeOf(() => aWorld(endless).workers.clock.advance(5))).toMatch(loops);
    expect(outcomeOf(() => aWorld(endless).workers.clock.runAll())).toMatch(loops);
    await expect(aWorld(script).workers.settle()).rejects.toMatchObject({ code: 'FOW_ENDLESS_HANDLER' });
  });

  it('is cut off when another thread has woken it', async () => {
    let wake: (value: unknown) => void = () => undefined;
    const gate = new Promise((resolve) => {
      wake = resolve;
    });
    const script: WorkerFunction = async (_, { gate: opened }) => {
      await opened;
      for (;;);
    };
    const { worker, workers } = inlineWorld({ 'w.ts': script }, limited, { gate });
    new worker.ThreadWorker('w.ts');
    await workers.settle();
    wake(undefined);

    await expect(workers.settle()).rejects.toMatchObject({
      message: expect.stringContaining('it was running jobs of promises'),
    });
    expect(workers.all.map(({ state }) => state)).toEqual(['terminated']);
  });

  it('is cut off in the first 1,000 calls that a test makes, and in any number of those of settle', async () => {
    const { worker, workers } = inlineWorld(
      {
        'w.ts': ({ workerPort }) => {
          workerPort.onmessage = ({ data }: { data: unknown }) => {
            while (data === 'loop');
          };
        },
      },
      limited,
    );
    const wk = new worker.ThreadWorker('w.ts');
    const call = (times: number) => {
      for (let count = 0; count < times; count++) {
        wk.postMessage(count);
        workers.run();
        workers.run(); // Nothing is left to do: this is not counted.
      }
    };
    call(999);
    wk.postMessage('loop');
    expect(refusal(() => workers.run())).toContain('worker#1 was cut off');
    const other = new worker.ThreadWorker('w.ts');
    for (let count = 0; count < 1_200; count++) {
      other.postMessage(count);
      await workers.settle();
    }
    other.postMessage('loop');
    await expect(workers.settle()).rejects.toMatchObject({ code: 'FOW_ENDLESS_HANDLER' });
  });

  it('takes the workers with it that wait for it in a global call', () => {
    const child: WorkerFunction = ({ workerPort }) => {
      workerPort.onmessage = () => workerPort.callGlobalCallObjectMethod('service', 'ask', 0);
    };
    const { worker, workers, run } = inlineWorld(
      {
        'child.ts': child,
        'parent.ts': ({ ThreadWorker }) => {
          const wk = new ThreadWorker('child.ts');
          wk.registerGlobalCallObject('service', {
            ask: () => {
              for (;;);
            },
          });
          wk.postMessage('go');
        },
      },
      limited,
    );
    new worker.ThreadWorker('parent.ts');

    expect(refusal(run)).toContain('it was performing: call worker#2 -> worker#1');
    expect(workers.all.map(({ label, state }) => `${label} ${state}`)).toEqual([
      'worker#1 terminated',
      'worker#2 gone',
    ]);
    run();
    expect(workers.pending).toEqual([]);
  });
});

describe('code of the host that does not return', () => {
  it('is cut off, and its worker goes on', () => {
    const { worker, workers, run, log } = inlineWorld({ 'echo.ts': echo }, limited);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.onmessage = ({ data }: { data: unknown }) => {
      log.push(data);
      while (data === 1);
    };
    for (const message of [0, 1, 2]) wk.postMessage(message);

    const text = refusal(run).replace(/\/.*\/test\//g, 'test/');
    expect(text.replace(/:\d+$/gm, '')).toBe(
      cutOff(
        'host',
        '  - it was performing: message worker#1 -> host 1',
        '  - the handler begins at test/world/endless-handlers.test.ts',
        '  - it was at test/world/endless-handlers.test.ts',
        '  - no catch or finally of its code has run',
      ),
    );
    run();
    expect(log).toEqual([0, 1, 2]);
    wk.terminate();
    run();
    expect(workers.all.map(({ state }) => state)).toEqual(['gone']);
  });

  it('does not keep a worker that has exited', () => {
    const { worker, workers, run } = inlineWorld({ 'echo.ts': echo }, limited);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.onexit = () => {
      for (;;);
    };
    wk.terminate();

    expect(refusal(run)).toContain('it was performing: exit worker#1 -> host code 0');
    expect(workers.all.map(({ state }) => state)).toEqual(['gone']);
  });
});

describe('what the code has skipped that was cut off', () => {
  const loop: WorkerFunction = ({ workerPort }) => {
    workerPort.onmessage = () => {
      for (;;);
    };
  };

  afterEach(() => {
    jest.useRealTimers();
  });

  it('leaves a collection that may be changed', () => {
    const { world, worker, run } = inlineWorld({ 'echo.ts': echo }, limited);
    const { default: collections } = world.mainKit.imports.get('@arkts.collections') as {
      default: typeof collectionsModule;
    };
    const shared = new collections.Array(1, 2);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.onmessage = () =>
      shared.forEach(() => {
        for (;;);
      });
    wk.postMessage('go');

    expect(refusal(run)).toContain('host was cut off');
    shared.push(3);
    expect([...shared.values()]).toEqual([1, 2, 3]);
  });

  it("leaves a world that goes on with Jest's time", () => {
    jest.useFakeTimers();
    const { worker, log, run } = inlineWorld({ 'w.ts': loop, 'echo.ts': echo }, { ...limited, clock: 'jest' });
    new worker.ThreadWorker('w.ts').postMessage('go');
    expect(refusal(run)).toContain('worker#1 was cut off');
    jest.advanceTimersByTime(1);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.onmessage = ({ data }: { data: unknown }) => log.push(data);
    wk.postMessage('hello');
    jest.advanceTimersByTime(1);
    expect(log).toEqual(['hello']);
  });
});

describe('the option maxHandlerTime', () => {
  const slow: WorkerFunction = ({ workerPort }, { spend }) => {
    workerPort.onmessage = () => (spend as () => void)();
  };

  it('counts for each handler by itself', () => {
    const { worker, workers, log } = inlineWorld(
      {
        'w.ts': slow,
      },
      { maxHandlerTime: 400 },
      { spend: () => spend(100) },
    );
    const wk = new worker.ThreadWorker('w.ts');
    for (let count = 0; count < 8; count++) wk.postMessage(count);

    expect(workers.run()).toEqual({ delivered: 9 });
    expect(log).toEqual([]);
  });

  it('sets no limit when it is 0', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': slow }, { maxHandlerTime: 0 }, { spend: () => spend(150) });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage('go');

    expect(workers.run()).toEqual({ delivered: 2 });
  });
});

/** Real time, which this is about. */
function spend(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
