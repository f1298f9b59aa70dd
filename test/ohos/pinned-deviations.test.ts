import { describe, expect, it } from '@jest/globals';
import { markSendable } from '../../src/clone';
import { inlineWorld } from '../world/support/inline-world';
import { outcomeOf } from '../world/support/outcome';
import { aWorker } from './support/a-worker';
import { nothing } from './support/business-errors';

/** What happens instead, where the fake is known not to follow a rule (src/ohos/deviations.ts). */
describe('the main thread', () => {
  it('runs promise jobs of its handlers when the test awaits, not inside run [deviates: L-90]', async () => {
    const { wk, log, send } = aWorker('port.onmessage = ({ data }) => port.postMessage(data);');
    wk.onmessage = async ({ data }: { data: unknown }) => {
      log.push(data);
      await undefined;
      log.push(`${data} goes on`);
    };
    expect([...send(1, 2)]).toEqual([1, 2]);
    await undefined;
    expect(log).toEqual([1, 2, '1 goes on', '2 goes on']);
  });

  it('runs promise jobs after each of its tasks inside settle [deviates: L-90]', async () => {
    const { wk, log, workers } = aWorker('port.onmessage = ({ data }) => port.postMessage(data);');
    wk.onmessage = async ({ data }: { data: unknown }) => {
      log.push(data);
      await undefined;
      log.push(`${data} goes on`);
    };
    for (const value of [1, 2]) wk.postMessage(value);
    await workers.settle();
    expect(log).toEqual([1, '1 goes on', 2, '2 goes on']);
  });

  it('goes on with a batch however long its handlers take [deviates: L-28]', () => {
    const { wk, log, send, workers } = aWorker(
      'port.onmessage = () => { for (let n = 1; n <= 1000; n++) port.postMessage(n); };',
      {
        hears: [],
      },
    );
    wk.onmessage = () => {
      wk.onmessage = () => log.push('read anew');
    };
    expect([send('go'), workers.get(wk).received.length]).toEqual([[], 1000]);
  });

  it('serves LOW after five tasks of HIGH, of whatever kind, as there is nothing more urgent [deviates: L-93]', () => {
    const { worker, log, wk, send } = aWorker(`port.onmessage = ({ data }) => {
      if (data === 'low') port.postMessageAtFront('low', 3);
      else port.close();
    };`);
    wk.postMessage('low');
    for (let at = 1; at <= 6; at++) {
      const other = new worker.ThreadWorker('w.ts');
      other.onexit = () => log.push(`exit of ${at}`);
      other.postMessage('close');
    }
    expect(send()).toEqual([1, 2, 3, 4, 5].map((at) => `exit of ${at}`).concat('host got low', 'exit of 6'));
  });

  it('goes on after what would have crashed the app [deviates: L-75, L-67]', () => {
    const { wk, send } = aWorker('port.onmessage = ({ data }) => port.postMessage(data);');
    wk.onmessage = () => {
      throw new Error('mine');
    };
    expect(send(1, 2)).toEqual(['uncaught: Error: mine', 'uncaught: Error: mine']);
  });

  it('has timers of its own, which share no ids with those of workers [deviates: L-131]', () => {
    const { send, log } = aWorker('log(setTimeout(() => 0, 1));');
    clearTimeout(setTimeout(() => undefined, 0));
    send();
    expect(log).toEqual([1]);
  });
});

describe('a RestrictedWorker on the main thread', () => {
  const restricted = { kind: 'RestrictedWorker' } as const;

  it('sends messages and errors as tasks of their own, in their order [deviates: L-29]', () => {
    const { wk, send, workers } = aWorker(
      'port.onmessage = () => { port.postMessage(1); throw new Error("boom"); };',
      restricted,
    );
    wk.postMessage('go');
    const kinds = Array.from({ length: 4 }, () => workers.step()?.kind);
    expect([kinds, send()]).toEqual([
      ['start', 'message', 'message', 'error'],
      ['host got 1', 'onerror Error: boom', 'exit 1'],
    ]);
  });

  it('sends at-front messages by their priority [deviates: L-98]', () => {
    const { send } = aWorker(
      `port.onmessage = () => { port.postMessageAtFront('low', 3); port.postMessage('ordinary'); port.postMessageAtFront('immediate', 1); };`,
      restricted,
    );
    expect(send('go')).toEqual(['host got immediate', 'host got ordinary', 'host got low']);
  });

  it('may do what any worker may [deviates: A-74]', () => {
    const { send } = aWorker("log(typeof setTimeout, typeof console.log); new worker.ThreadWorker('child.ts');", {
      ...restricted,
      scripts: { 'child.ts': "log('child');" },
    });
    expect(send()).toEqual(['function', 'function', 'child']);
  });
});

describe('errors', () => {
  it('of a worker that nobody hears reach the test as they are, not named by the text of the event [deviates: L-56]', () => {
    const { wk, workers } = aWorker("port.onmessage = () => { throw new RangeError('boom'); };", { hears: [] });
    wk.postMessage(1);
    expect(() => workers.run()).toThrow(new RangeError('boom'));
  });

  it('of a worker of a worker that nobody hears are all delivered [deviates: L-56]', () => {
    const { wk, log, send } = aWorker(
      `const child = new worker.ThreadWorker('child.ts');
      port.onmessage = () => { child.postMessage(1); child.postMessage(2); };`,
      { scripts: { 'child.ts': "port.onmessage = ({ data }) => { throw new Error('boom ' + data); };" } },
    );
    wk.onAllErrors = ({ message }: Error) => log.push(message);
    expect(send('go')).toEqual(['Error: boom 1', 'Error: boom 2']);
  });

  it('out of error handlers of the port never come to light [deviates: L-63]', () => {
    const { wk, send, workers } = aWorker(
      `port.onmessage = ({ data }) => { log(data); if (data === 1) throw new Error('boom'); };
      port.addEventListener('message', () => log('listener'));
      port.onerror = () => { throw new Error('in onerror'); };`,
      { hears: [] },
    );
    wk.onAllErrors = () => undefined;
    expect([send(1, 2), workers.get(wk).errors.map(String)]).toEqual([[1, 'listener', 2, 'listener'], ['Error: boom']]);
  });

  it('have no place when the thrown value made its stack up [deviates: A-44]', () => {
    const { wk, log, send } = aWorker(
      "port.onmessage = () => { throw { message: 'm', stack: 'at x (file.ets:1:2)' }; };",
    );
    wk.onerror = (event: object) => log.push('filename' in event, Reflect.get(event, 'backtrace'));
    expect(send(1)).toEqual([false, 'at x (file.ets:1:2)', 'exit 1']);
  });

  it('of promises that a worker does not handle fail the test unless it says otherwise [deviates: L-60]', () => {
    const reported = (onUnhandled: 'fail' | 'record' | 'ignore') => {
      const { world, workers, worker } = inlineWorld({ 'w.ts': '' }, { onUnhandled });
      new worker.ThreadWorker('w.ts');
      const [record] = world.session.app.workers;
      if (record !== undefined) world.session.reportRejection(record, new Error('boom'));
      workers.run();
      return {
        errors: workers.errors.map(({ error }) => String(error)),
        failing: world.session.uncaught.takeUnseen().length,
      };
    };
    expect([reported('fail'), reported('record'), reported('ignore')]).toEqual([
      { errors: ['Error: boom'], failing: 1 },
      { errors: ['Error: boom'], failing: 0 },
      { errors: [], failing: 0 },
    ]);
  });
});

describe('a worker', () => {
  it('is called by its name and number, not by the name of a thread [deviates: A-58]', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': '' });
    new worker.ThreadWorker('w.ts', { name: 'a name of more than fifteen characters' });
    new worker.ThreadWorker('w.ts');
    expect(workers.all.map(({ label }) => label)).toEqual(['a name of more than fifteen characters#1', 'worker#2']);
  });

  it('has a script without top-level await [deviates: L-14]', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': 'await undefined;' });
    new worker.ThreadWorker('w.ts');
    expect(() => workers.run()).toThrow('Cannot compile the worker script "w.ts" [FOW_SCRIPT_NOT_COMPILED]');
  });

  it('counts against no limit of runtimes that native code makes [deviates: L-124]', () => {
    const { worker } = inlineWorld({ 'w.ts': '' }, { limits: { ThreadWorker: 80 } });
    expect(outcomeOf(() => Array.from({ length: 80 }, () => new worker.ThreadWorker('w.ts')).length)).toBe(
      'returned 80',
    );
  });
});

describe('a global call', () => {
  it('never times out, however long the host takes [deviates: L-111, L-117, L-119b]', () => {
    const { wk, send, world } = aWorker(
      "port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 1)));",
    );
    wk.registerGlobalCallObject('o', {
      m: () => {
        world.session.clock.advanceTo(10_000);
        return 'in the end';
      },
    });
    expect(send(1)).toEqual(["returned 'in the end'"]);
  });

  it('is one of as many as the worker likes [deviates: L-118]', () => {
    const { wk, send } = aWorker(`port.onmessage = () => {
      for (let n = 0; n < 1000; n++) port.callGlobalCallObjectMethod('o', 'm', 0);
      log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 0)));
    };`);
    wk.registerGlobalCallObject('o', { m: () => undefined });
    expect(send(1)).toEqual([nothing]);
  });
});

describe('a message', () => {
  function arriving(value: unknown, transfer: unknown[] = []): unknown {
    const { worker, run } = inlineWorld({ 'w.ts': 'worker.workerPort.onmessage = ({ data }) => log(data);' });
    new worker.ThreadWorker('w.ts').postMessage(value, transfer);
    return run()[0];
  }

  it('with an async function arrives with one that can not be called [deviates: S-29]', () => {
    const { f } = arriving({ f: async () => 1 }) as { f: () => unknown };
    expect([typeof f, outcomeOf(f).startsWith('threw ')]).toEqual(['function', true]);
  });

  it('with an instance of a class that stands for a container of ArkTS arrives as a plain object [deviates: S-31]', () => {
    class ArrayList {
      readonly items = [1, 2];
      get length(): number {
        return this.items.length;
      }
    }
    expect(arriving(new ArrayList())).toEqual({ items: [1, 2] });
  });

  it('leaves a transferred buffer with the length 0 [deviates: S-34]', () => {
    const buffer = new ArrayBuffer(8);
    arriving(buffer, [buffer]);
    expect(buffer.byteLength).toBe(0);
  });

  it('copies memory from outside the VM [deviates: S-42]', () => {
    const pooled = Buffer.from('text');
    expect(Buffer.from(arriving(new Uint8Array(pooled)) as Uint8Array).toString()).toBe('text');
  });

  it('leaves the layout of shared sendables unguarded [deviates: S-56]', () => {
    const { worker, run } = inlineWorld({ 'w.ts': 'worker.workerPort.onmessage = ({ data }) => { data.added = 2; };' });
    const item: Record<string, unknown> = markSendable({ n: 1 });
    new worker.ThreadWorker('w.ts').postMessageWithSharedSendable(item);
    run();
    expect(item).toEqual({ n: 1, added: 2 });
  });
});
