import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

/** The worker writes down what it gets and answers it times ten; the host writes down the answers. */
const echo = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => {
    log('worker ' + data);
    if (data === 'boom') throw new Error('boom');
    if (data === 'close') return port.close();
    port.postMessage(typeof data === 'number' ? data * 10 : data);
  };
`;

function conversation(script = echo) {
  const inline = inlineWorld({ 'w.ts': script });
  const { worker, workers, log } = inline;
  const wk = new worker.ThreadWorker('w.ts');
  wk.onmessage = ({ data }) => log.push(`host ${String(data)}`);
  wk.onerror = () => log.push('host onerror');
  wk.onexit = (code) => log.push(`host onexit ${String(code)}`);
  workers.run();
  const post = (...data: unknown[]) => {
    for (const each of data) wk.postMessage(each);
  };
  const out = workers.link('host', wk);
  const back = workers.link(wk, 'host');
  const traced = () =>
    workers.trace.entries.filter(({ type }) => type === 'link' || type === 'drop' || type === 'post');
  return { ...inline, wk, post, out, back, traced };
}

describe('a link that holds', () => {
  it('keeps what is posted from now on out of the queue, and run() ends without it', () => {
    const { out, post, run, workers } = conversation();
    post(1);
    workers.run();
    out.hold();
    post(2, 3);
    expect(workers.pending).toEqual([]);
    expect(out.waiting).toEqual([
      expect.objectContaining({ kind: 'message', from: 'host', to: 'worker#1', data: 2 }),
      expect.objectContaining({ data: 3 }),
    ]);
    expect(run()).toEqual(['worker 1', 'host 10']);
    expect(workers.run()).toEqual({ delivered: 0 });
  });

  it('takes back what is queued already', () => {
    const { out, back, post, run, workers } = conversation();
    post(1, 2);
    workers.step();
    out.hold();
    back.hold();
    expect(workers.pending).toEqual([]);
    out.release();
    expect(run()).toEqual(['worker 1', 'worker 2']);
    back.release();
    expect(run()).toEqual(['worker 1', 'worker 2', 'host 10', 'host 20']);
  });

  it('lets the first n go on and keeps holding with release(n), and ends with release()', () => {
    const { out, post, run, workers } = conversation();
    out.hold();
    post(1, 2, 3);
    out.release(2);
    post(4);
    expect(run()).toEqual(['worker 1', 'worker 2', 'host 10', 'host 20']);
    expect(out.waiting.map(({ data }) => data)).toEqual([3, 4]);
    out.release(9);
    expect(out.waiting).toEqual([]);
    post(5);
    expect(out.waiting).toHaveLength(1);
    out.release();
    post(6);
    expect(workers.pending.map(({ data }) => data)).toEqual([3, 4, 5, 6]);
  });

  it('lets a message arrive when it is released, after what others have posted meanwhile', () => {
    const { out, post, run, worker } = conversation();
    const other = new worker.ThreadWorker('w.ts');
    out.hold();
    post('late');
    other.postMessage('early');
    out.release();
    expect(run()).toEqual(['worker early', 'worker late', 'host late']);
  });

  it('chooses by data, with asymmetric matchers, and keeps the order behind what it holds', () => {
    const { out, post, run } = conversation();
    out.hold({ data: expect.any(String) });
    post(1, 'b', 3);
    expect(run()).toEqual(['worker 1', 'host 10']);
    expect(out.waiting.map(({ data }) => data)).toEqual(['b', 3]);
    out.release(1);
    expect(run()).toEqual(['worker 1', 'host 10', 'worker b', 'worker 3', 'host b', 'host 30']);
  });

  it('lets messages overtake with { unordered: true }, and nothing else', () => {
    const { workers, wk, post, run, out } = conversation();
    workers.link('host', wk, { unordered: true }).hold(({ data }) => data === 'a');
    post('a', 'b', 'c');
    wk.terminate();
    expect(run()).toEqual(['worker b', 'worker c']);
    expect(out.waiting.map(({ kind }) => kind)).toEqual(['message', 'stop']);
    out.release();
    expect(run()).toEqual(['worker b', 'worker c', 'worker a', 'host onexit 0']);
  });

  it('withdraws only what it holds from the queue when messages may overtake', () => {
    const { workers, wk, post, run, out } = conversation();
    post('a', 'b', 'c');
    workers.link('host', wk, { unordered: true }).hold({ data: 'b' });
    run();
    out.release();
    expect(run()).toEqual(['worker a', 'worker c', 'host a', 'host c', 'worker b', 'host b']);
  });

  it('holds errors, global calls and the exit event as well, so that none overtakes a message [L-26, L-43]', () => {
    const { back, post, run, wk } = conversation();
    back.hold();
    post(1, 'boom');
    expect(run()).toEqual(['worker 1', 'worker boom']);
    expect(back.waiting.map(({ kind }) => kind)).toEqual(['message', 'error']);
    wk.terminate();
    run();
    expect(back.waiting.map(({ kind }) => kind)).toEqual(['message', 'error', 'exit']);
    back.release();
    expect(run().slice(2)).toEqual(['host 10', 'host onerror', 'host onexit 1']);
  });

  it('does not hold the start of a script [L-15]', () => {
    const { worker, workers, log } = inlineWorld({ 'w.ts': "log('started')" });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(1);
    workers.link('host', wk).hold();
    workers.run();
    expect(log).toEqual(['started']);
    expect(workers.link('host', wk).waiting).toHaveLength(1);
  });

  it('loses what it holds for a worker that closes or cancels its tasks [L-34, L-36]', () => {
    const { out, post, run, wk, workers } = conversation();
    out.hold();
    post('close', 'never', 'nor this');
    out.release(1);
    run();
    expect(out.waiting).toEqual([]);
    expect(workers.get(wk).dropped.map(({ data, reason }) => [data, reason])).toEqual([
      ['never', 'closed'],
      ['nor this', 'closed'],
    ]);
    const second = conversation();
    second.out.hold();
    second.post('cancelled');
    second.wk.cancelTasks();
    second.out.release();
    expect(second.run()).toEqual([]);
    expect(second.workers.get(second.wk).dropped).toEqual([expect.objectContaining({ reason: 'cancelled' })]);
  });

  it('keeps messages at the front before those that were posted before them [L-96]', () => {
    const { back, post, run } = conversation(`
      const port = worker.workerPort;
      port.onmessage = () => {
        port.postMessage('ordinary');
        port.postMessageAtFront('first', 2);
        port.postMessageAtFront('second', 2);
      };
    `);
    back.hold();
    post('go');
    run();
    back.release();
    expect(run()).toEqual(['host second', 'host first', 'host ordinary']);
  });

  it('lets those at the front pull the others along, as if all were posted when they are released [L-95]', () => {
    const { worker, workers, log } = inlineWorld({
      'front.ts': `
        const port = worker.workerPort;
        port.onmessage = () => {
          port.postMessageAtFront('front', 2);
          port.postMessage('ordinary');
        };
      `,
      'other.ts': "worker.workerPort.onmessage = () => worker.workerPort.postMessage('other');",
    });
    const [front, other] = ['front.ts', 'other.ts'].map((url) => new worker.ThreadWorker(url));
    for (const wk of [front, other]) if (wk) wk.onmessage = ({ data }) => log.push(data);
    const postAll = () => {
      other?.postMessage('go');
      front?.postMessage('go');
      for (let at = 0; at < 2; at++) workers.step();
    };
    for (let at = 0; at < 2; at++) workers.step();
    postAll();
    const link = workers.link(front as object, 'host');
    link.hold();
    link.release();
    workers.run();
    expect(log.splice(0)).toEqual(['front', 'ordinary', 'other']);
    link.hold();
    postAll();
    link.release();
    workers.run();
    expect(log).toEqual(['front', 'ordinary', 'other']);
  });

  it('leaves messages at the front of a worker their place when it takes them back [L-98]', () => {
    const { worker, workers, log } = inlineWorld({
      'parent.ts': `
        const child = new worker.ThreadWorker('child.ts');
        child.onmessage = ({ data }) => log(data);
        worker.workerPort.onmessage = () => child.postMessage('go');
      `,
      'child.ts': `
        const port = worker.workerPort;
        port.onmessage = () => {
          port.postMessage('ordinary');
          port.postMessageAtFront('front', 2);
        };
      `,
    });
    const parent = new worker.ThreadWorker('parent.ts');
    workers.run();
    parent.postMessage('go');
    workers.runUntil({ kind: 'message', to: 'worker#2' });
    const link = workers.link('worker#2', parent);
    link.hold();
    expect(link.waiting.map(({ data }) => data)).toEqual(['ordinary', 'front']);
    link.release();
    workers.run();
    expect(log).toEqual(['front', 'ordinary']);
  });

  it('holds and releases 100,000 messages, queued or not', () => {
    const { out, back, workers, wk } = conversation('');
    const many = 100_000;
    for (let at = 0; at < many; at++) wk.postMessage(0);
    out.hold();
    expect([workers.pending.length, out.waiting.length]).toEqual([0, many]);
    wk.postMessage('last');
    out.release(10);
    out.release();
    expect(workers.pending).toHaveLength(many + 1);
    expect(workers.pending.at(-1)?.data).toBe('last');
    out.hold({ data: 'last' });
    expect([workers.pending.length, out.waiting.length]).toEqual([many, 1]);
    expect(back.waiting).toEqual([]);
  });

  it('makes a global call time out, which the clock shows, and its method is not called later [L-117]', () => {
    const { back, post, run, wk, workers, log } = conversation(`
      const port = worker.workerPort;
      port.onmessage = () => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', 300)));
    `);
    wk.registerGlobalCallObject('o', { m: () => log.push('called') });
    back.hold();
    post('go');
    expect(run()).toEqual(['threw BusinessError 10200021: Waiting for a global call timed out']);
    expect(workers.clock.now).toBe(300);
    back.release();
    expect(run()).toHaveLength(1);
    expect(workers.trace.text).toContain('(too late)');
  });
});

describe('a link that drops', () => {
  it('loses messages, which the handle and the trace say, and the sender does not notice', () => {
    const { out, post, run, wk, workers } = conversation();
    out.drop({ data: 2 });
    post(1, 2, 3);
    expect(run()).toEqual(['worker 1', 'worker 3', 'host 10', 'host 30']);
    expect(workers.get(wk).posted).toEqual([1, 2, 3]);
    expect(workers.get(wk).dropped).toEqual([{ from: 'host', to: 'worker#1', data: 2, reason: 'link' }]);
    expect(workers.trace.text).toContain('drop       -> worker#1  2  (link)');
    expect(workers.diagnostics).toEqual([]);
  });

  it('loses no stop, error or exit event', () => {
    const { out, back, post, run, wk } = conversation();
    out.drop();
    back.drop();
    post('lost');
    wk.terminate();
    expect(run()).toEqual(['host onexit 0']);
  });

  it('asks a function about each message, and what that throws is told by run()', () => {
    const { out, post, runThrough } = conversation();
    let seen = 0;
    out.drop(({ kind, data }) => {
      if (data === 3) throw new Error('from the test');
      return kind === 'message' && ++seen === 2;
    });
    post(1, 2, 3);
    expect(runThrough()).toContain('uncaught: Error: from the test');
    expect(runThrough().filter((line) => String(line).startsWith('worker'))).toEqual(['worker 1', 'worker 3']);
  });
});

describe('a link that duplicates', () => {
  it('delivers a message twice, as two values', () => {
    const { out, post, run, wk, workers, traced } = conversation(`
      worker.workerPort.onmessage = ({ data }) => log('n' + data.n++);
    `);
    out.duplicate({ data: { n: 1 } });
    post({ n: 0 }, { n: 1 });
    expect(run()).toEqual(['n0', 'n1', 'n1']);
    expect(workers.get(wk).posted).toEqual([{ n: 0 }, { n: 1 }]);
    expect(workers.get(wk).port.received).toEqual([{ n: 0 }, { n: 1 }, { n: 1 }]);
    expect(traced().map(({ type }) => type)).toEqual(['post', 'post', 'link']);
    expect(workers.trace.text).toContain('link       -> worker#1  { n: 1 }  (duplicated)');
  });

  it('holds and delays both', () => {
    const { out, post, run, workers } = conversation();
    out.duplicate();
    out.delay(5);
    post(1);
    expect(out.waiting).toHaveLength(2);
    workers.clock.advance(5);
    expect(run()).toEqual(['worker 1', 'worker 1', 'host 10', 'host 10']);
  });
});

describe('a link that delays', () => {
  it('lets messages arrive later in virtual time, in one order with timers', () => {
    const { out, post, log, workers } = conversation(`
      worker.workerPort.onmessage = ({ data }) => {
        log('worker ' + data);
        setTimeout(() => log('timer 90'), 90);
        setTimeout(() => log('timer 110'), 110);
      };
    `);
    post('now');
    workers.run();
    out.delay(100);
    post('later');
    expect(workers.run().delivered).toBe(0);
    workers.clock.advance(200);
    expect(log.slice(0, 4)).toEqual(['worker now', 'timer 90', 'worker later', 'timer 110']);
  });

  it('keeps the order when it delays some messages or less than before', () => {
    const { out, post, run, workers } = conversation();
    out.delay(100);
    post('slow');
    out.delay(10);
    post('fast');
    out.delay(0);
    post('at once');
    workers.clock.advance(99);
    expect(run()).toEqual([]);
    workers.clock.advance(1);
    expect(run().slice(0, 3)).toEqual(['worker slow', 'worker fast', 'worker at once']);
    expect(workers.clock.next()).toBe(false);
  });

  it('lets the faster overtake with { unordered: true }', () => {
    const { workers, wk, post, run } = conversation();
    const link = workers.link('host', wk, { unordered: true });
    link.delay(100, { data: 'slow' });
    post('slow', 'fast');
    expect(run()).toEqual(['worker fast', 'host fast']);
    workers.clock.next();
    expect(run()).toEqual(['worker fast', 'host fast', 'worker slow', 'host slow']);
  });

  it('makes a global call take so long, or time out', () => {
    const { back, post, run, wk, workers } = conversation(`
      const port = worker.workerPort;
      port.onmessage = ({ data }) => log(attempt(() => port.callGlobalCallObjectMethod('o', 'm', data)));
    `);
    wk.registerGlobalCallObject('o', { m: () => 'answer' });
    back.delay(200);
    post(1000, 150);
    expect(run()).toEqual(["returned 'answer'", 'threw BusinessError 10200021: Waiting for a global call timed out']);
    expect(workers.clock.now).toBe(350);
  });
});

describe('links', () => {
  it('are one object for each way', () => {
    const { workers, wk, out, back } = conversation();
    expect(workers.link('host', 'worker#1')).toBe(out);
    expect(workers.link('host', wk, { unordered: true })).toBe(out);
    expect(workers.link(workers.get(wk), 'host')).toBe(back);
    expect(back).not.toBe(out);
  });

  it('go between a worker and the worker that has constructed it, by label, object or handle', () => {
    const { worker, workers, log } = inlineWorld({
      'parent.ts': `
        const child = new worker.ThreadWorker('child.ts');
        child.onmessage = ({ data }) => log('parent ' + data);
        worker.workerPort.onmessage = ({ data }) => child.postMessage(data);
      `,
      'child.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);',
    });
    const parent = new worker.ThreadWorker('parent.ts');
    workers.run();
    const link = workers.link(workers.get(parent), 'worker#2');
    expect([link.from, link.to]).toEqual(['worker#1', 'worker#2']);
    link.hold();
    parent.postMessage('hello');
    workers.run();
    expect(link.waiting).toHaveLength(1);
    expect(workers.link(parent, workers.all[1] as object).waiting).toHaveLength(1);
    link.release();
    workers.run();
    expect(log).toEqual(['parent hello']);
  });

  it('that keep something back are told by settle() and leaks()', async () => {
    const { out, post, workers } = conversation();
    out.hold();
    post(1, 2);
    await expect(workers.settle()).resolves.toEqual({
      state: 'stuck',
      delivered: 0,
      waitingOn: [{ agent: 'worker#1', on: 'link', count: 2, from: 'host' }],
    });
    expect(workers.leaks()).toContainEqual({
      agent: 'worker#1',
      what: 'message',
      detail: expect.stringContaining('host -> worker#1  1'),
    });
  });

  it('are as they were after restore(), at the end of the scope and after a reset', () => {
    const { out, post, run, workers, world, wk } = conversation();
    out.hold();
    out.delay(50);
    out.duplicate();
    post(1);
    out.restore();
    expect(run()).toEqual(['worker 1', 'worker 1', 'host 10', 'host 10']);
    post(2);
    expect(run()).toHaveLength(6);
    out.hold();
    out.drop({ data: 4 });
    post(3);
    world.links.between('host', wk);
    const scope = world.surroundings.currentScope();
    const { pending } = workers;
    expect(pending).toEqual([]);
    world.endScope(scope);
    expect(() => workers.link('host', wk)).toThrow('is not a worker of this test');
  });

  it('let what they hold arrive when the test is over but the worker lives on', () => {
    const { out, post, run, workers, world } = conversation();
    const inner = {};
    const scopes = jestScope(world, inner);
    out.hold();
    out.delay(10);
    post(1);
    scopes.end();
    workers.clock.advance(10);
    post(2);
    expect(run()).toEqual(['worker 1', 'host 10', 'worker 2', 'host 20']);
  });

  it('are shown in the trace, with what they do to each task', () => {
    const { out, post, run, wk, workers } = conversation();
    out.hold();
    post('a');
    wk.terminate();
    out.release();
    run();
    expect(workers.trace.text.split('\n').filter((line) => / link /.test(line))).toEqual([
      "0ms  host      link       -> worker#1  'a'  (held)",
      '0ms  host      link       -> worker#1  (stop held)',
      "0ms  host      link       -> worker#1  'a'  (let through)",
      '0ms  host      link       -> worker#1  (stop let through)',
    ]);
  });
});

/** Makes another scope the current one, until it ends. */
function jestScope(world: ReturnType<typeof inlineWorld>['world'], inner: object) {
  const { surroundings } = world;
  const outer = surroundings.currentScope();
  surroundings.currentScope = () => inner;
  return {
    end: () => {
      surroundings.currentScope = () => outer;
      world.endScope(inner);
    },
  };
}
