import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';
import type { HostWorker, WorkerModule } from './support/platform-objects';

const scripts = {
  'echo.ts': ({ workerPort }: WorkerModule) => {
    workerPort.onmessage = ({ data }: { data: unknown }) => workerPort.postMessage(data);
  },
  'thrower.ts': ({ workerPort }: WorkerModule) => {
    workerPort.onmessage = ({ data }: { data: string }) => {
      const text = {
        toString: () => {
          throw new TypeError('no text');
        },
      };
      const recurse = (): number => recurse() + 1;
      if (data === 'toString') throw text;
      if (data === 'toPrimitive') throw { [Symbol.toPrimitive]: text.toString };
      if (data === 'null prototype') throw Object.create(null);
      if (data === 'stack') throw Object.defineProperty(new Error('odd'), 'stack', { get: text.toString });
      if (data === 'message') throw Object.defineProperty(new Error('odd'), 'message', { get: text.toString });
      if (data === 'proxy') throw new Proxy(new Error('odd'), { get: text.toString, has: text.toString });
      if (data === 'revoked') {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        throw proxy;
      }
      if (data === 'symbol') throw Symbol('odd');
      if (data === 'recursion') recurse();
      workerPort.postMessage(data);
    };
  },
  'getter.ts': ({ workerPort }: WorkerModule) => {
    Object.defineProperty(workerPort, 'onmessage', {
      get: () => {
        throw new Error('no handler');
      },
    });
  },
};

function aWorld() {
  const world = inlineWorld(scripts);
  const echo = new world.worker.ThreadWorker('echo.ts');
  return { ...world, echo };
}

type ThrowingWorld = ReturnType<typeof aWorld>;

/** The queue is in order: nothing is running, what waits is performed in order, and answers come. */
function expectItGoesOn({ workers, echo }: ThrowingWorld): void {
  for (let tries = 0; tries < 20 && outcomeOf(() => workers.run()).startsWith('threw'); tries++);
  expect(workers.pending).toEqual([]);
  expect(workers.step()).toBeUndefined();
  const before = workers.get(echo).received.length;
  for (const message of ['x', 'y', 'z']) echo.postMessage(message);
  expect(workers.pending.map(({ preview, to }) => `${to} ${preview}`)).toEqual(
    ['x', 'y', 'z'].map((message) => `worker#1 '${message}'`),
  );
  for (let tasks = 0; tasks < 6; tasks++) workers.step();
  expect(workers.get(echo).received.slice(before)).toEqual(['x', 'y', 'z']);
  expect(workers.pending).toEqual([]);
}

const oops = (): never => {
  throw new Error('oops');
};

describe('the queue goes on after an exception of the test', () => {
  it.each<[string, (world: ThrowingWorld) => unknown]>([
    ['a predicate of runUntil', ({ workers }) => workers.runUntil(oops)],
    ['a predicate of runUntil, before', ({ workers }) => workers.runUntil(oops, { stop: 'before' })],
    ['a matcher in data', ({ workers }) => workers.runUntil({ kind: 'message', data: { asymmetricMatch: oops } })],
    [
      'a breakpoint',
      ({ workers }) => {
        workers.breakOn(oops);
        try {
          workers.run();
        } finally {
          workers.reset();
        }
      },
    ],
    [
      'a handler of the host',
      (world) => {
        world.echo.onmessage = oops;
        world.workers.run();
      },
    ],
    [
      'a listener of the host',
      (world) => {
        world.echo.on('message', oops);
        return world.workers.run();
      },
    ],
    [
      'a getter of onmessage',
      ({ workers, echo }) => {
        Object.defineProperty(echo, 'onmessage', { get: oops, configurable: true });
        try {
          workers.run();
        } finally {
          delete (echo as { onmessage?: unknown }).onmessage;
        }
      },
    ],
    ['onexit', (world) => exit(world, (wk) => (wk.onexit = oops))],
    ['a listener of the exit', (world) => exit(world, (wk) => wk.on('exit', oops))],
    [
      'a getter in a message',
      ({ echo }) =>
        echo.postMessage({
          get value() {
            return oops();
          },
        }),
    ],
    ['a transfer list', ({ echo }) => echo.postMessage(1, new Proxy([], { get: oops }))],
  ])('%s', (_, act) => {
    const world = aWorld();
    world.echo.postMessage('first');
    expect(outcomeOf(() => act(world))).toMatch(/^threw .*oops|^returned|^threw BusinessError/);
    const { workers } = world;
    if (workers.all.length === 0) return expect(workers.pending).toEqual([]);
    world.echo.onmessage = undefined;
    world.echo.removeAllListener();
    expectItGoesOn(world);
  });

  function exit({ worker, workers }: ThrowingWorld, prepare: (wk: HostWorker) => unknown): void {
    const wk = new worker.ThreadWorker('echo.ts');
    prepare(wk);
    wk.terminate();
    workers.run();
  }
});

describe('the queue goes on after an exception of a worker', () => {
  it.each(['toString', 'toPrimitive', 'null prototype', 'stack', 'message', 'proxy', 'revoked', 'symbol', 'recursion'])(
    'that is odd: %s',
    (what) => {
      const world = aWorld();
      const { worker, workers } = world;
      const thrower = new worker.ThreadWorker('thrower.ts');
      const heard: unknown[] = [];
      thrower.onerror = (event: unknown) => heard.push(event);
      thrower.postMessage(what);

      expect(outcomeOf(() => workers.run())).toMatch(/^returned/);
      expect(heard).toHaveLength(1);
      expectItGoesOn(world);
      expect(workers.get(thrower).exitCode).toBe(1);
    },
  );

  it('out of a getter of onmessage', () => {
    const world = aWorld();
    const wk = new world.worker.ThreadWorker('getter.ts');
    const heard: unknown[] = [];
    wk.onerror = ({ message }: { message: string }) => heard.push(message);
    wk.postMessage(1);

    world.run();
    expect(heard).toEqual(['Error: no handler']);
    expectItGoesOn(world);
  });

  it('that comes from a console of the test', () => {
    const world = inlineWorld(
      {
        ...scripts,
        'logger.ts': ({ workerPort }, { console }) => {
          workerPort.onmessage = () => (console as Console).log('hello');
        },
      },
      {},
      {},
    );
    const echo = new world.worker.ThreadWorker('echo.ts');
    const wk = new world.worker.ThreadWorker('logger.ts');
    world.printed.push = oops;
    const heard: unknown[] = [];
    wk.onerror = ({ message }: { message: string }) => heard.push(message);
    wk.postMessage(1);

    world.run();
    expect(heard).toEqual(['Error: oops']);
    expectItGoesOn({ ...world, echo });
  });
});
