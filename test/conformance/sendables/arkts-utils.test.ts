import ArkTSUtils from '@arkts.utils';
import { describe, expect, it } from '@jest/globals';
import { collections, ArkTSUtils as inKit } from '@kit.ArkTS';
import { outcomeOf } from '../../world/support/outcome';
import { anApp } from '../support/an-app';
import { arriving } from '../support/crossing';

const { ASON, locks } = ArkTSUtils;

/** An app with a number of workers of one script, which all have the same lock, and a log. */
function contending(script: string, count: number) {
  const { worker, url, run, log, workers } = anApp({
    'w.ts': `import { ArkTSUtils } from '@kit.ArkTS';
      const port = worker.workerPort, { AsyncLockMode } = ArkTSUtils.locks;
      const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      port.onmessage = async ({ data: { lock, name } }) => { ${script} };`,
  });
  const lock = new locks.AsyncLock();
  for (const name of ['a', 'b', 'c'].slice(0, count)) {
    new worker.ThreadWorker(url('w.ts')).postMessageWithSharedSendable({ lock, name });
  }
  return { lock, run, log, workers };
}

describe('ASON', () => {
  it('parses JSON into Sendables that go by reference [S-59]', () => {
    const parsed = ASON.parse('{"list":[1,{"a":null}],"text":"b"}') as { list: object };
    expect(parsed).toEqual({ list: [1, { a: null }], text: 'b' });
    expect(parsed.list).toBeInstanceOf(collections.Array);
    const { worker, url, run, log } = anApp({
      'w.ts': 'worker.workerPort.onmessage = ({ data }) => { data.text = "c"; log(data); };',
    });
    new worker.ThreadWorker(url('w.ts')).postMessageWithSharedSendable(parsed);
    run();
    expect(log[0]).toBe(parsed);
    expect(() => Object.assign(parsed, { added: 1 })).toThrow(TypeError);
    expect(arriving(parsed)).toEqual({ list: [1, { a: null }], text: 'c' });
  });

  it('parses objects into maps if asked for, and throws for what is no JSON [S-59]', () => {
    const options = { parseReturnType: ASON.ParseReturnType.MAP };
    expect(ASON.parse('{"a":{"b":1}}', undefined, options)).toEqual(
      new collections.Map([['a', new collections.Map([['b', 1]])]]),
    );
    expect(() => ASON.parse('{')).toThrow(SyntaxError);
  });

  it('writes Sendables as JSON [S-59]', () => {
    const value = new collections.Array<unknown>(1, new collections.Map([['a', new collections.Set([2])]]));
    expect(ASON.stringify(value)).toBe('[1,{"a":[2]}]');
  });

  it('knows Sendables [S-59]', () => {
    const sendables = [1, 'a', null, undefined, new collections.Set(), ASON.parse('{}'), new locks.AsyncLock()];
    expect(sendables.map((value) => inKit.isSendable(value))).toEqual(sendables.map(() => true));
    expect([{}, [], () => 1, new Map()].map((value) => ASON.isSendable(value))).toEqual([false, false, false, false]);
  });
});

describe('AsyncLock', () => {
  const work = "log(name + ' in'); await later(10); log(name + ' out');";

  it('lets one thread after the other in, in the order in which they asked [S-56]', () => {
    const { run, log, workers } = contending(
      `await lock.lockAsync(async () => { ${work} }); log(\`\${name} done\`);`,
      3,
    );
    run();
    expect(log).toEqual(['a in']);
    workers.clock.runAll();
    const order = ['a in', 'a out', 'a done', 'b in', 'b out', 'b done', 'c in', 'c out', 'c done'];
    expect(log).toEqual(order);
  });

  it('lets several threads in that share it [S-56]', () => {
    const { run, log, workers } = contending(
      `await lock.lockAsync(async () => { ${work} }, name === 'c' ? AsyncLockMode.EXCLUSIVE : AsyncLockMode.SHARED);`,
      3,
    );
    run();
    workers.clock.runAll();
    expect(log).toEqual(['a in', 'b in', 'a out', 'b out', 'c in', 'c out']);
  });

  it('is free again after a callback that threw, whose error the caller gets [S-56]', () => {
    const { run, log } = contending(
      `await lock.lockAsync(() => { throw new Error(name); }).catch(({ message }) => log(\`caught \${message}\`));`,
      2,
    );
    run();
    expect(log).toEqual(['caught a', 'caught b']);
  });

  it('is the same one for all threads of a process that request it by name [S-56]', () => {
    const { run, log } = contending("log(ArkTSUtils.locks.AsyncLock.request('mine'));", 2);
    const { AsyncLock } = locks;
    const mine = AsyncLock.request('mine');
    run();
    expect([log[0] === mine, log[1] === mine, mine.name]).toEqual([true, true, 'mine']);
    contending('', 0);
    expect(AsyncLock.request('mine')).not.toBe(mine);
  });

  it('refuses what can not be called', () => {
    expect(outcomeOf(() => new locks.AsyncLock().lockAsync(5 as never))).toBe(
      'threw BusinessError 401: Parameter error.The callback must be a function.',
    );
  });

  it('is a lock of its own when it was copied [S-52]', async () => {
    const lock = new locks.AsyncLock('mine');
    const copy = arriving(lock);
    const held = lock.lockAsync(() => new Promise<string>(() => undefined));
    const answer = await Promise.race([held, copy.lockAsync(() => copy.name)]);
    expect(answer).toBe('mine');
  });

  it('answers the host with what the callback answers, when the test yields [S-56]', async () => {
    const lock = new locks.AsyncLock();
    const order: string[] = [];
    const first = lock.lockAsync(async () => {
      order.push('first in');
      await undefined;
      order.push('first out');
      return 1;
    });
    const second = lock.lockAsync(() => order.push('second'));
    expect([await first, await second, order]).toEqual([1, 3, ['first in', 'first out', 'second']]);
  });
});

describe('ConditionVariable', () => {
  const { ConditionVariable } = locks;

  function waiting(wait: string) {
    const app = anApp({
      'w.ts': `worker.workerPort.onmessage = async ({ data }) => { log('waits'); await data.${wait}; log('goes on'); };`,
    });
    const condition = new ConditionVariable();
    for (let n = 0; n < 2; n++) {
      new app.worker.ThreadWorker(app.url('w.ts')).postMessageWithSharedSendable(condition);
    }
    app.run();
    return { ...app, condition };
  }

  it('lets one thread go on, or all [S-56]', () => {
    const { condition, run } = waiting('wait()');
    condition.notifyOne();
    expect(run()).toEqual(['waits', 'waits', 'goes on']);
    condition.notifyAll();
    expect(run()).toEqual(['waits', 'waits', 'goes on', 'goes on']);
  });

  it('leaves no timer of a thread that went on before its time [S-56]', () => {
    const { condition, run, workers } = waiting('waitFor(50)');
    condition.notifyAll();
    expect(run()).toEqual(['waits', 'waits', 'goes on', 'goes on']);
    expect(workers.clock.next()).toBe(false);
  });

  it('keeps those who wait when the time of one who was notified is over [S-56]', () => {
    const { worker, url, run, log, workers } = anApp({
      'w.ts': `const port = worker.workerPort, { name } = globalThis;
        port.onmessage = async ({ data }) => { await (name === 'a' ? data.waitFor(50) : data.wait()); log(name); };`,
      'late.ts': 'worker.workerPort.onmessage = () => worker.workerPort.postMessage(0);',
    });
    const condition = new ConditionVariable();
    for (const name of ['a', 'b']) {
      new worker.ThreadWorker(url('w.ts'), { name }).postMessageWithSharedSendable(condition);
    }
    const late = new worker.ThreadWorker(url('late.ts'));
    late.onmessage = () => {
      workers.clock.advance(50);
      condition.notifyOne();
    };
    late.postMessage(0);
    expect([...run()]).toEqual(['a']);
    condition.notifyOne();
    run();
    expect(log).toEqual(['a', 'b']);
  });

  it('lets a thread go on after a time, and then wakes no other in its place [S-56]', () => {
    const { condition, log, run, workers } = waiting('waitFor(50)');
    workers.clock.advance(49);
    condition.notifyOne();
    expect(run()).toEqual(['waits', 'waits', 'goes on']);
    workers.clock.advance(1);
    expect(log).toEqual(['waits', 'waits', 'goes on', 'goes on']);
  });
});
