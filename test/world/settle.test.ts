import { readFile } from 'node:fs/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { realTime } from '../../src/jest/real-time';
import { type InlineWorld, inlineWorld } from './support/inline-world';

type Scripts = Parameters<typeof inlineWorld>[0];

const here = 'test/world/settle.test.ts';

/** Its waits are real; `busyWith` is what the event loop has to do besides, `now` moves by hand if it is given. */
function realWorld(
  scripts: Scripts,
  globals: Readonly<Record<string, unknown>> = {},
  overrides: Partial<InlineWorld['world']['surroundings']> = {},
): InlineWorld {
  const inline = inlineWorld(scripts, {}, globals);
  const { now: realNow, later, activeResources, date: realDate } = realTime;
  Object.assign(inline.world.surroundings, { realNow, later, activeResources, realDate, ...overrides });
  return inline;
}

/** Waits take no real time; `reached` hears what the time is after each. */
function passingTime(reached: (now: number) => void): Partial<InlineWorld['world']['surroundings']> {
  let now = 0;
  return {
    activeResources: () => [],
    realNow: () => now,
    later: (milliseconds, callback) => {
      now += milliseconds;
      reached(now);
      setImmediate(callback);
      return () => undefined;
    },
  };
}

describe('settle', () => {
  it('is idle when nobody waits for anything', async () => {
    const { worker, workers } = inlineWorld({ 'w.ts': '' });
    new worker.ThreadWorker('w.ts').postMessage(1);
    expect(await workers.settle()).toEqual({ state: 'idle', delivered: 2, waitingOn: [] });
  });

  it('tells since which line an async handler waits, and how many do', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts': 'worker.workerPort.onmessage = async ({ data }) => { if (data) await new Promise(() => undefined); };',
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(false);
    const line = new Error().stack?.match(/settle\.test\.ts:(\d+)/)?.[1];
    wk.postMessage(true);
    wk.postMessage(true);
    const report = await workers.settle();
    expect(report).toMatchObject({ state: 'stuck', delivered: 4 });
    expect(report.waitingOn).toEqual([
      { agent: 'worker#1', on: 'promise', count: 2, since: expect.stringMatching(`${here}:${Number(line) + 1}:\\d+$`) },
    ]);
  });

  it('does not count what is settled, nor what a worker that has stopped was waiting for', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts': `worker.workerPort.onmessage = ({ data }) => {
        const answer = data === 'reject' ? Promise.reject(data) : new Promise((resolve) => data === 'go on' && resolve());
        answer.catch(() => undefined);
        return answer;
      };`,
    });
    const [first, second] = [new worker.ThreadWorker('w.ts'), new worker.ThreadWorker('w.ts')];
    for (const data of ['go on', 'reject', 'wait']) first.postMessage(data);
    second.postMessage('go on');
    await workers.settle();
    first.terminate();
    expect(await workers.settle()).toMatchObject({ state: 'idle', waitingOn: [] });
  });

  it('finds the one handler that waits among thousands that do not', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts':
        'worker.workerPort.onmessage = async ({ data }) => { if (data === 5) await new Promise(() => undefined); };',
    });
    const wk = new worker.ThreadWorker('w.ts');
    for (let i = 0; i < 3_000; i++) wk.postMessage(i);
    expect((await workers.settle()).waitingOn).toMatchObject([{ agent: 'worker#1', on: 'promise', count: 1 }]);
  });

  it('tells of an async handler of the host', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts': "worker.workerPort.postMessage('early'); setTimeout(() => worker.workerPort.postMessage(1), 5);",
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => new Promise(() => undefined);
    workers.clock.advance(5);
    expect((await workers.settle()).waitingOn).toEqual([
      { agent: 'host', on: 'promise', count: 1, since: expect.stringContaining('w.ts:1:') },
    ]);
  });

  it('tells of a script that awaits at its top level', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts': 'return (async () => { await new Promise(() => undefined); })();',
    });
    new worker.ThreadWorker('w.ts');
    expect((await workers.settle()).waitingOn).toEqual([
      { agent: 'worker#1', on: 'top-level await', count: 1, since: expect.stringContaining(`${here}:`) },
    ]);
  });

  it('tells where the oldest timer was set; of the first fifty in a test it is known', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts':
        'setTimeout(() => 0, 9);\nsetInterval(() => 0, 5);\nworker.workerPort.onmessage = () => setTimeout(() => 0, 1);',
      'many.ts': 'for (let i = 0; i < 50; i++) clearTimeout(setTimeout(() => 0, 1));\nsetTimeout(() => 0, 1);',
    });
    new worker.ThreadWorker('w.ts');
    new worker.ThreadWorker('many.ts');
    expect((await workers.settle()).waitingOn).toEqual([
      { agent: 'worker#1', on: 'timers', count: 2, since: expect.stringMatching(/w\.ts:1:\d+$/) },
      { agent: 'worker#2', on: 'timers', count: 1 },
    ]);
  });

  it('ends with the state limit when tasks come without an end, and tells which', async () => {
    const { worker, workers } = inlineWorld({
      'w.ts': 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data + 1);',
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = ({ data }) => wk.postMessage(data);
    wk.postMessage(0);
    const { state, delivered, loop, waitingOn } = await workers.settle({ maxSteps: 20 });
    expect({ state, delivered, waitingOn }).toEqual({ state: 'limit', delivered: 20, waitingOn: [] });
    expect(loop).toEqual([
      expect.stringMatching(/^again and again: message worker#1 -> host ….*, posted at .*w\.ts:1:\d+$/),
      expect.stringMatching(/^again and again: message host -> worker#1 ….*, posted at .*settle\.test\.ts:\d+:\d+$/),
    ]);
  });
});

describe('settle({ until })', () => {
  const echo = 'worker.workerPort.onmessage = ({ data }) => worker.workerPort.postMessage(data);';

  it('stops as soon as the promise is fulfilled', async () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    const wk = new worker.ThreadWorker('w.ts');
    const until = new Promise((resolve) => {
      wk.onmessage = ({ data }) => data === 1 && resolve(data);
    });
    for (const data of [1, 2, 3]) wk.postMessage(data);
    expect(await workers.settle({ until })).toMatchObject({ state: 'idle', delivered: 5 });
    expect(workers.get(wk).received).toEqual([1]);
  });

  it('waits in real time while the promise is pending, whatever the event loop tells', async () => {
    const inTime = new Map<number, () => void>();
    const { worker, workers } = realWorld(
      { 'w.ts': echo },
      {},
      passingTime((now) => inTime.get(now)?.()),
    );
    new worker.ThreadWorker('w.ts').postMessage(1);
    const until = new Promise<void>((resolve) => void inTime.set(30, resolve));
    expect(await workers.settle({ until })).toEqual({ state: 'idle', delivered: 3, waitingOn: [] });
  });

  it.each([
    [{}, 1_000],
    [{ maxTime: 40 }, 40],
  ])('comes to its limit when the promise is still pending, with %j after %d ms', async (limits, expected) => {
    let now = 0;
    const { worker, workers } = realWorld(
      { 'w.ts': echo },
      {},
      passingTime((reached) => {
        now = reached;
      }),
    );
    new worker.ThreadWorker('w.ts').postMessage(1);
    expect(await workers.settle({ until: new Promise(() => undefined), ...limits })).toEqual({
      state: 'limit',
      delivered: 3,
      waitingOn: [{ agent: 'host', on: 'until', count: 1 }],
    });
    expect(now).toBe(expected);
  });

  it('is rejected with what the promise is rejected with', async () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    new worker.ThreadWorker('w.ts').postMessage(1);
    const mine = new RangeError('mine');
    await expect(workers.settle({ until: Promise.reject(mine) })).rejects.toBe(mine);
  });

  it('is rejected, too, when the promise is rejected by a handler or later', async () => {
    const inTime = new Map<number, () => void>();
    const { worker, workers } = realWorld(
      { 'w.ts': echo },
      {},
      passingTime((now) => inTime.get(now)?.()),
    );
    const wk = new worker.ThreadWorker('w.ts');
    const answered = new Promise((_, reject) => {
      wk.onmessage = ({ data }) => reject(data);
    });
    wk.postMessage('no');
    await expect(workers.settle({ until: answered })).rejects.toBe('no');
    const late = new Promise((_, reject) => void inTime.set(5, () => reject(undefined)));
    await expect(workers.settle({ until: late })).rejects.toBeUndefined();
  });
});

describe('settle and I/O', () => {
  const reader =
    'worker.workerPort.onmessage = async ({ data }) => worker.workerPort.postMessage((await read(data)).length);';

  it('waits for files that a handler reads', async () => {
    const { worker, workers } = realWorld({ 'w.ts': reader }, { read: (file: string) => readFile(file, 'utf8') });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(__filename);
    expect(await workers.settle()).toEqual({ state: 'idle', delivered: 3, waitingOn: [] });
    expect(workers.get(wk).received).toEqual([(await readFile(__filename, 'utf8')).length]);
  });

  it('waits for what was begun before it was called', async () => {
    const { worker, workers } = realWorld({ 'w.ts': reader }, { read: (file: string) => readFile(file, 'utf8') });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(__filename);
    workers.run();
    expect(await workers.settle()).toMatchObject({ state: 'idle', delivered: 1 });
  });

  it('waits for timers of the test’s realm, however long the handler needs, up to maxTime', async () => {
    let now = 0;
    let finish: (() => void) | undefined;
    const { worker, workers } = realWorld(
      { 'w.ts': reader },
      {
        read: (data: string) =>
          new Promise((resolve) => {
            finish = () => resolve(data);
          }),
      },
      {
        activeResources: () => (finish === undefined || now >= 30 ? ['Timeout'] : ['Timeout', 'Timeout']),
        realNow: () => now,
        later: (ms, callback) => {
          now += ms;
          if (now >= 30) finish?.();
          setImmediate(callback);
          return () => undefined;
        },
      },
    );
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage('slow');
    const report = await workers.settle({ maxTime: 5 });
    expect(report).toMatchObject({
      state: 'limit',
      waitingOn: [
        { agent: 'worker#1', on: 'promise', count: 1 },
        { agent: 'host', on: 'I/O', count: 1, resources: ['Timeout'] },
      ],
    });
    expect(await workers.settle()).toMatchObject({ state: 'idle', delivered: 1 });
    expect(workers.get(wk).received).toEqual([4]);
  });

  it('waits for a timer although one of before has ended meanwhile', async () => {
    let resources = ['Timeout', 'Timeout', 'Timeout'];
    const { worker, workers } = realWorld(
      { 'w.ts': reader },
      {
        read: (data: string) =>
          new Promise((resolve) => {
            resources = ['Timeout', 'Timeout', 'Timeout'];
            finish = () => resolve(data);
          }),
      },
      {
        ...passingTime((now) => now === 20 && finish()),
        activeResources: () => resources,
      },
    );
    let finish = (): void => undefined;
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage('slow');
    resources = ['Timeout', 'Timeout'];
    expect(await workers.settle()).toMatchObject({ state: 'idle', delivered: 3 });
    expect(workers.get(wk).received).toEqual([4]);
  });

  it('counts the time that tasks take', async () => {
    let now = 0;
    const { worker, workers } = realWorld(
      { 'w.ts': 'worker.workerPort.onmessage = () => { take(30); return new Promise(() => undefined); };' },
      { take: (ms: number) => (now += ms) },
      { activeResources: () => ['Timeout', 'Timeout'], realNow: () => now },
    );
    const wk = new worker.ThreadWorker('w.ts');
    workers.run();
    for (const data of [1, 2, 3]) wk.postMessage(data);
    expect(await workers.settle({ maxTime: 50 })).toMatchObject({ state: 'limit', delivered: 2 });
    expect(now).toBe(60);
  });

  it('does not wait for what was there before the first worker, nor while nobody waits for a promise', async () => {
    let resources = ['Timeout', 'PipeWrap'];
    const later = jest.fn(() => () => undefined);
    const { worker, workers } = realWorld(
      {
        'w.ts': 'worker.workerPort.onmessage = async ({ data }) => { if (data) await new Promise(() => undefined); };',
      },
      {},
      { activeResources: () => resources, later },
    );
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(true);
    expect(await workers.settle()).toMatchObject({ state: 'stuck' });
    workers.reset();
    const other = new worker.ThreadWorker('w.ts');
    resources = ['Timeout', 'PipeWrap', 'TCPSocketWrap'];
    other.postMessage(false);
    expect(await workers.settle()).toMatchObject({ state: 'idle' });
    expect(later).not.toHaveBeenCalled();
  });

  it('waits for real timers of workers, and gives up on an interval after maxTime', async () => {
    let now = 0;
    const waits: number[] = [];
    const { worker, workers, log } = realWorld(
      { 'w.ts': "setTimeout(() => log('fired'), 40);", 'endless.ts': 'setInterval(() => log(performance.now()), 30);' },
      {},
      {
        activeResources: () => [],
        realNow: () => now,
        later: (ms, callback) => {
          waits.push(ms);
          now += ms;
          setImmediate(callback);
          return () => undefined;
        },
      },
    );
    workers.configure({ clock: 'real' });
    new worker.ThreadWorker('w.ts');
    expect(await workers.settle()).toEqual({ state: 'idle', delivered: 2, waitingOn: [] });
    new worker.ThreadWorker('endless.ts');
    expect(await workers.settle({ maxTime: 100 })).toMatchObject({
      state: 'limit',
      delivered: 4,
      waitingOn: [{ agent: 'worker#2', on: 'timers', count: 1 }],
    });
    expect([waits, log]).toEqual([
      [40, 30, 30, 30, 10],
      ['fired', 30, 60, 90],
    ]);
  });
});
