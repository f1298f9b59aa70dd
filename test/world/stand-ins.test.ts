import { join, relative } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { openProject } from '../../src/project';
import { projectOnDisk, stageFiles } from '../project/project-on-disk';
import { inlineWorld } from './support/inline-world';
import { describeThrown, outcomeOf } from './support/outcome';

const url = 'entry/ets/workers/resize.ts';
const root = projectOnDisk(stageFiles);
const relativeToTest = relative(__dirname, join(root, 'entry/src/main/ets/workers/worker.ts'));

/** A DevEco project, and a stand-in for one of its scripts. */
function projectWith(standInFor: string) {
  const { world, workers } = inlineWorld({});
  world.surroundings.openProject = () => openProject(root);
  workers.configure({ project: { root } });
  workers.script(standInFor, () => undefined);
  const constructsStandIn = (asked: string, callingFile = join(root, 'entry/src/main/ets/pages/Index.ets')) =>
    world.session.app.ports.resolveScript(asked, callingFile).kind === 'stand-in';
  return { constructsStandIn };
}

describe('workers.script', () => {
  it('runs a function of the test in place of the script, with the variables of the test', () => {
    const { workers, worker, lookups } = inlineWorld({});
    const seen = jest.fn();
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = ({ data }) => {
        seen(data);
        workerPort.postMessage({ ok: true, id: data.id });
      };
    });
    const wk = new worker.ThreadWorker(url);
    wk.onmessage = () => undefined;
    wk.postMessage({ id: 7 });
    workers.run();

    expect(seen).toHaveBeenCalledWith({ id: 7 });
    expect(workers.get(wk).received).toEqual([{ ok: true, id: 7 }]);
    expect(lookups).toEqual([]);
    expect(workers.trace.text).toBe(
      [
        `0ms  host      new        worker#1 = new ThreadWorker('${url}')`,
        '0ms  host      post       -> worker#1  { id: 7 }',
        '0ms  worker#1  start      (stand-in)',
        '0ms  worker#1  running',
        '0ms  worker#1  message    <- host  { id: 7 }',
        '0ms  worker#1  post       -> host  { ok: true, id: 7 }',
        '0ms  host      message    <- worker#1  { ok: true, id: 7 }',
      ].join('\n'),
    );
  });

  it('calls the function once for each worker, which has a port, a name and a state of its own', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      let count = 0;
      workerPort.onmessage = () => log.push(`${workerPort.name} ${++count}`);
    });
    const [a, b] = ['a', 'b'].map((name) => new worker.ThreadWorker(url, { name }));
    a?.postMessage(0);
    a?.postMessage(0);
    b?.postMessage(0);
    expect(run()).toEqual(['a 1', 'a 2', 'b 1']);
  });

  it('gives the port of the old class its own name', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ parentPort, workerPort }) => log.push(typeof parentPort, typeof workerPort));
    new worker.Worker(url);
    expect(run()).toEqual(['object', 'undefined']);
  });

  it('keeps the rules of copies: methods are lost, functions refused [S-16, S-17]', () => {
    class Money {
      constructor(readonly cents: number) {}
      format(): string {
        return `${this.cents}`;
      }
    }
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = ({ data }) => {
        log.push(data instanceof Money, data.cents, typeof data.format);
        log.push(outcomeOf(() => workerPort.postMessage(() => 1)));
      };
    });
    new worker.ThreadWorker(url).postMessage(new Money(7));
    expect(run()).toEqual([false, 7, 'undefined', expect.stringContaining('10200006')]);
  });

  it('drops what the function posts before it has returned [E-70]', () => {
    const { workers, worker } = inlineWorld({});
    workers.script(url, ({ workerPort }) => workerPort.postMessage('ready'));
    const wk = new worker.ThreadWorker(url);
    workers.run();
    expect(workers.get(wk).dropped).toMatchObject([{ data: 'ready', reason: 'script-not-finished' }]);
    expect(workers.diagnostics.map(({ code }) => code)).toEqual(['FOW_POST_BEFORE_RUNNING']);
  });

  it('ends by terminate() of the host and by close() of its own [L-30, L-35]', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = () => workerPort.close();
    });
    const [a, b] = [new worker.ThreadWorker(url), new worker.ThreadWorker(url)];
    for (const wk of [a, b]) wk.onexit = (code: number) => log.push(`exit ${code}`);
    a.terminate();
    b.postMessage('go');
    expect(run()).toEqual(['exit 0', 'exit 0']);
  });

  it('tells the host of an error in a handler, and ends the worker with code 1 [L-44, L-50]', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = () => {
        throw new RangeError('too wide');
      };
    });
    const wk = new worker.ThreadWorker(url);
    wk.onerror = ({ message }: { message: string }) => log.push(message);
    wk.onexit = (code: number) => log.push(code);
    wk.postMessage(0);
    expect(run()).toEqual(['RangeError: too wide', 1]);
  });

  it('tells onAllErrors of an error of the function itself [L-52]', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, () => {
      throw new Error('no start');
    });
    const wk = new worker.ThreadWorker(url);
    wk.onAllErrors = ({ message }: { message: string }) => log.push(message);
    expect(run()).toEqual(['no start']);
  });

  it('makes global calls [L-110]', () => {
    const { workers, worker, run, log } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = () => log.push(workerPort.callGlobalCallObjectMethod('settings', 'read', 100, 'theme'));
    });
    const wk = new worker.ThreadWorker(url);
    wk.registerGlobalCallObject('settings', { read: (key: string) => `${key}: dark` });
    wk.postMessage(0);
    expect(run()).toEqual(['theme: dark']);
  });

  it('plays a worker of a real worker script, and hosts one itself', () => {
    const { workers, worker, run, log } = inlineWorld({
      'outer.ts': ({ ThreadWorker }, { log: write }) => {
        const inner = new ThreadWorker('entry/ets/workers/resize.ts');
        inner.onmessage = ({ data }: { data: unknown }) => write(data);
        inner.postMessage('from a worker');
      },
      'innermost.ts': ({ workerPort }) => {
        workerPort.onmessage = () => workerPort.postMessage('from the innermost');
      },
    });
    workers.script(url, (module) => {
      const { workerPort } = module;
      workerPort.onmessage = ({ data }) => {
        const inner = new module.ThreadWorker('innermost.ts');
        inner.onmessage = (event) => workerPort.postMessage([data, event.data]);
        inner.postMessage(0);
      };
    });
    new worker.ThreadWorker('outer.ts');
    expect(run()).toEqual([['from a worker', 'from the innermost']]);
    expect(workers.all.map(({ label }) => label)).toEqual(['worker#1', 'worker#2', 'worker#3']);
    expect(log).toHaveLength(1);
  });

  it('keeps the checks of arguments and limits [E-8, L-120]', () => {
    const { workers, worker } = inlineWorld({}, { limits: { ThreadWorker: 1 } });
    workers.script(url, () => undefined);
    expect(outcomeOf(() => new worker.ThreadWorker(url, { type: 'module' }))).toContain('401');
    new worker.ThreadWorker(url);
    expect(outcomeOf(() => new worker.ThreadWorker(url))).toContain('10200003');
  });

  it('lets async handlers go on in settle()', async () => {
    const { workers, worker } = inlineWorld({});
    workers.script(url, ({ workerPort }) => {
      workerPort.onmessage = async () => workerPort.postMessage(await Promise.resolve('later'));
    });
    const wk = new worker.ThreadWorker(url);
    wk.postMessage(0);
    workers.run();
    expect(workers.get(wk).received).toEqual([]);
    await workers.settle();
    expect(workers.get(wk).received).toEqual(['later']);
  });

  it('takes the youngest function of a URL, and the one before again when its scope is over', () => {
    const { workers, worker, world, run, log } = inlineWorld({});
    const [file, test] = [{}, {}];
    const enter = (scope: object) => Object.assign(world.surroundings, { currentScope: () => scope });
    enter(file);
    workers.script(url, () => log.push('of the file'));
    enter(test);
    workers.script(url, () => log.push('of the test'));
    new worker.ThreadWorker(url);
    run();
    world.endScope(test);
    enter({});
    new worker.ThreadWorker(url);
    run();
    expect(log).toEqual(['of the test', 'of the file']);
    world.endScope(file);
    expect(outcomeOf(() => new worker.ThreadWorker(url))).toContain('10200007');
  });

  it('goes on after workers.reset() and workers.configure()', () => {
    const { workers, worker } = inlineWorld({});
    workers.script(url, () => undefined);
    workers.configure({ apiVersion: 20 });
    new worker.ThreadWorker(url);
    workers.reset();
    expect(outcomeOf(() => new worker.ThreadWorker(url))).toContain('returned');
  });

  it('adds its URLs to what is told of a script that was not found', () => {
    const { workers, worker } = inlineWorld({});
    workers.script(url, () => undefined);
    outcomeOf(() => new worker.ThreadWorker('entry/ets/workers/resizer.ts'));
    expect(workers.diagnostics).toEqual([
      {
        code: 'FOW_TEST',
        summary: 'no inline script entry/ets/workers/resizer.ts',
        facts: [`workers.script() was given a stand-in for: "${url}"`],
      },
    ]);
  });

  it('finds its worker by whatever URL means the same script, be there one or not [P-1, P-2, P-5, P-10, P-28]', () => {
    const inApp = (file: string) => join(root, 'entry/src/main/ets', file);
    const { constructsStandIn } = projectWith('entry/ets/workers/worker.ets');
    for (const url of [
      'entry/ets/workers/worker.ts',
      'entry/ets/workers/worker',
      '/entry/ets/workers/worker.js',
      '@bundle:com.example.app/entry/ets/workers/worker.ets',
    ]) {
      expect([url, constructsStandIn(url)]).toEqual([url, true]);
    }
    expect(constructsStandIn('../workers/worker.ets', inApp('pages/Index.ets'))).toBe(true);
    expect(constructsStandIn('./worker', inApp('workers/other.ets'))).toBe(true);
    expect(constructsStandIn('../workers/worker.ets', inApp('pages/deep/Index.ets'))).toBe(false);
    expect(constructsStandIn('entry/ets/workers/other.ets')).toBe(false);
    expect(projectWith('entry/ets/none').constructsStandIn('../none.ts', inApp('pages/Index.ets'))).toBe(true);
    expect(projectWith('@har/ets/w.ets').constructsStandIn('@har/ets/w')).toBe(true);
    expect(projectWith('../workers/worker.ts').constructsStandIn('../workers/worker.ets', inApp('x.ets'))).toBe(true);
    expect(projectWith(relativeToTest).constructsStandIn('entry/ets/workers/worker.ets')).toBe(true);
  });

  it('that no test has come to is told at the end of the file, not those that one has', () => {
    const { workers, worker, world } = inlineWorld({});
    workers.script(url, () => undefined);
    workers.script('entry/ets/workers/resise.ts', () => undefined);
    new worker.ThreadWorker(url);
    world.endScope(world.surroundings.currentScope());
    workers.script(url, () => undefined);
    expect(world.standIns.takeUnused()).toEqual({
      code: 'FOW_STAND_IN_UNUSED',
      summary: 'A stand-in has taken the place of no worker',
      facts: ['workers.script("entry/ets/workers/resise.ts"): no test of this file has started such a worker'],
      hint: 'does the app start it with another URL, or is the stand-in not needed?',
    });
    expect(world.standIns.takeUnused()).toBeUndefined();
  });

  it('refuses what is no URL or no function', () => {
    const { workers } = inlineWorld({});
    expect(textOf(() => workers.script(url, { workerPort: {} } as never))).toBe(
      [
        `FakeOhosWorkerError FOW_BAD_STAND_IN: workers.script('${url}', { workerPort: {} }) has no function to run in place of a script [FOW_BAD_STAND_IN]`,
        '  - expected: a script URL, as the constructor gets it, and a function such as ({ workerPort }) => { … }',
        'Hint: to run the script itself, leave the call out.',
      ].join('\n'),
    );
    expect(outcomeOf(() => workers.script(7 as never, () => undefined))).toContain('FOW_BAD_STAND_IN');
  });

  it('throws a wrong use of the control surface to the test, even at the top level', () => {
    const { workers, worker, run } = inlineWorld({});
    workers.script(url, () => workers.step());
    new worker.ThreadWorker(url);
    expect(outcomeOf(run)).toContain('FOW_CALLED_IN_HANDLER');
  });

  it('has no modules of its own to look up', () => {
    const { workers, worker } = inlineWorld({});
    workers.script(url, () => undefined);
    const handle = workers.get(new worker.ThreadWorker(url));
    expect(textOf(() => handle.require('../model/Prices'))).toBe(
      [
        'FakeOhosWorkerError FOW_NO_OWN_MODULES: Cannot look up "../model/Prices" in worker#1: it runs a stand-in [FOW_NO_OWN_MODULES]',
        '  - a stand-in is code of the test; the modules that it uses are the test’s',
        'Hint: import the module in the test, and spy on it there.',
      ].join('\n'),
    );
  });
});

function textOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return describeThrown(error);
  }
  return 'nothing was thrown';
}
