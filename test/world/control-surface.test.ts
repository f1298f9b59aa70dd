import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

const echo = { 'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);' };

describe('workers.configure', () => {
  it('adds to the limits that were set before', () => {
    const { workers, world } = inlineWorld(echo, { limits: { ThreadWorker: 1 } });
    workers.configure({ limits: { Worker: 3 } });
    expect(world.settings.limits).toEqual({ ThreadWorker: 1, RestrictedWorker: 16, Worker: 3, total: 80 });
  });
});

describe('the option apiVersion', () => {
  const hasThreadWorker = ({ world }: ReturnType<typeof inlineWorld>) => {
    const imported = world.mainKit.imports.get('@ohos.worker') as { default: object };
    return ['ThreadWorker' in imported, 'ThreadWorker' in imported.default];
  };

  it('in the configuration of Jest holds from the start', () => {
    expect(hasThreadWorker(inlineWorld(echo, { apiVersion: 8 }))).toEqual([false, false]);
    expect(hasThreadWorker(inlineWorld(echo, { apiVersion: 9 }))).toEqual([true, true]);
  });

  it('in workers.configure ends with its scope, for the module object, too', () => {
    const inline = inlineWorld(echo, { apiVersion: 9 });
    inline.workers.configure({ apiVersion: 8 });
    expect(hasThreadWorker(inline)).toEqual([false, false]);
    inline.world.endScope(inline.world.surroundings.currentScope());
    expect(hasThreadWorker(inline)).toEqual([true, true]);
    expect(inline.world.settings.limits.ThreadWorker).toBe(8);
  });
});

describe('workers.trace', () => {
  it('goes on after it was taken', () => {
    const { workers, worker } = inlineWorld(echo);
    const { trace } = workers;
    new worker.ThreadWorker('echo.ts');
    expect(trace.entries.map(({ type }) => type)).toEqual(['new', 'queue']);
    expect(trace.text).toBe("0ms  host  new        worker#1 = new ThreadWorker('echo.ts')");
  });
});

describe('workers.leaks', () => {
  it('files an undelivered answer under the worker that posted it', () => {
    const { workers, worker } = inlineWorld(echo);
    new worker.ThreadWorker('echo.ts').postMessage('hello');
    workers.step();
    workers.step();
    const here = String.raw`control-surface\.test\.ts:\d+:\d+$`;
    expect(workers.leaks()).toEqual([
      {
        agent: 'worker#1',
        what: 'worker',
        detail: expect.stringMatching(`^running, echo.ts, constructed at: .*${here}`),
      },
      {
        agent: 'worker#1',
        what: 'message',
        detail: expect.stringMatching(/^worker#1 -> host {2}'hello', posted at: echo\.ts:1:\d+$/),
      },
    ]);
  });

  it('names no worker that was told to end, but what it has not read yet', () => {
    const { workers, worker } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    wk.postMessage('hello');
    wk.terminate();
    expect(workers.leaks().map(({ what }) => what)).toEqual(['message']);
    workers.run();
    expect(workers.leaks()).toEqual([]);
  });

  it('counts the timers of a worker', () => {
    const { workers, worker } = inlineWorld({
      'timers.ts': 'globals.setTimeout(() => {}, 5); globals.setInterval(() => {}, 5);',
    });
    new worker.ThreadWorker('timers.ts');
    workers.run();
    expect(workers.leaks()).toContainEqual({ agent: 'worker#1', what: 'timer', detail: '2 waiting' });
  });
});

describe('workers.reset', () => {
  it('does not lose the errors that nobody has seen', () => {
    const { workers, worker, world } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    for (const text of ['first', 'second']) wk.addEventListener('message', () => Promise.reject(new Error(text)));
    wk.onmessage = () => {
      throw new Error('thrown on the host');
    };
    wk.postMessage(1);
    expect(() => workers.run()).toThrow('thrown on the host');
    world.session.uncaught.add({ error: new Error('unseen'), worker: undefined, context: 'in the test' });
    workers.reset();
    expect(world.takeUnseenErrors()).toEqual([new Error('unseen')]);
    expect(world.takeUnseenErrors()).toEqual([]);
  });
});

describe('a getter in the place of a handler', () => {
  it('counts on the host as a handler that throws', () => {
    const { workers, worker } = inlineWorld(echo);
    const wk = new worker.ThreadWorker('echo.ts');
    Object.defineProperty(wk, 'onmessage', {
      get: () => {
        throw new Error('from the getter');
      },
    });
    wk.postMessage(1);
    expect(() => workers.run()).toThrow('from the getter');
    expect(workers.errors).toHaveLength(1);
    expect(workers.run()).toEqual({ delivered: 0 });
  });
});

describe('a global call to a worker that closes itself meanwhile', () => {
  it('is refused with 10200004 instead of being answered by a thread that is gone', () => {
    const { worker, workers, log } = inlineWorld({
      'parent.ts': `
        const child = new worker.ThreadWorker('child.ts');
        child.registerGlobalCallObject('parent', { answer: () => 'from the dead' });
        worker.workerPort.onmessage = ({ data }) => (data === 'close' ? worker.workerPort.close() : child.postMessage(1));`,
      'child.ts': `
        worker.workerPort.onmessage = () => {
          globals.log(globals.attempt(() => worker.workerPort.callGlobalCallObjectMethod('parent', 'answer', 100)));
        };`,
    });
    const wk = new worker.ThreadWorker('parent.ts');
    wk.postMessage('call');
    workers.runUntil(({ kind, to }) => kind === 'message' && to === 'worker#1');
    wk.postMessage('close');
    workers.run();
    expect(workers.trace.entries.filter(({ type }) => type === 'answer')).toEqual([]);
    expect(log).toEqual([expect.stringContaining('10200004')]);
  });
});
