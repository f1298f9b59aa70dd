import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';
import { outcomeOf } from './support/outcome';

function setUp() {
  const inline = inlineWorld({
    'parent.ts': "new worker.ThreadWorker('w.ts'); new worker.ThreadWorker('w.ts');",
    'w.ts': `
      const port = worker.workerPort;
      port.onmessage = () => { try { port.callGlobalCallObjectMethod('o', 'm', 100); } finally { port.close(); } };
    `,
  });
  const wk = new inline.worker.ThreadWorker('w.ts');
  new inline.worker.ThreadWorker('parent.ts');
  inline.workers.run();
  return { ...inline, wk, link: inline.workers.link('host', wk) };
}

const refused = (call: () => unknown): string => outcomeOf(call).replace(/^threw FakeOhosWorkerError FOW_\w+: /, '');

describe('workers.link', () => {
  it('refuses ends that do not belong together, and says who belongs to whom', () => {
    const { workers, wk } = setUp();
    expect(refused(() => workers.link(wk, 'worker#2'))).toBe(
      `There is no link from worker#1 to worker#2 [FOW_NO_LINK]
  - worker#1 was constructed by host
  - worker#2 was constructed by host
Hint: messages go between a worker and whoever constructed it: name these two.`,
    );
    expect(refused(() => workers.link('worker#3', 'host'))).toContain('worker#3 was constructed by worker#2');
    expect(refused(() => workers.link('worker#3', 'worker#4'))).toContain('There is no link from worker#3 to worker#4');
    expect(refused(() => workers.link('host', 'host'))).toContain('There is no link from host to host');
    expect(refused(() => workers.link({}, 'host'))).toContain('[FOW_NOT_A_WORKER]');
  });

  it('refuses a label that no worker has', () => {
    const { workers } = setUp();
    expect(refused(() => workers.link('host', 'resizer#1'))).toBe(
      `There is no worker 'resizer#1' that a link or a fault could concern [FOW_NO_LINK]
  - there are: host, worker#1, worker#2, worker#3, worker#4
Hint: give 'host', a label, a host object or a handle, once the worker has been constructed.`,
    );
  });

  it('refuses counts and times that can not be', () => {
    const { link } = setUp();
    expect(refused(() => link.release(0))).toBe(
      `A link can't release 0 of what it holds [FOW_BAD_COUNT]
  - expected: a whole number from 1 on
Hint: release() without a count releases everything and ends holding.`,
    );
    expect(refused(() => link.release(1.5))).toContain('1.5');
    expect(refused(() => link.release('x' as never))).toContain("can't release 'x'");
    expect(refused(() => link.delay(-1))).toBe(
      `A link can't delay messages by -1 [FOW_BAD_TIME]
  - expected: milliseconds, 0 or more
Hint: hold() keeps messages back for as long as the test likes.`,
    );
    expect(refused(() => link.delay(Number.POSITIVE_INFINITY))).toContain('Infinity');
  });

  it('refuses to choose among anything but messages', () => {
    const { link } = setUp();
    expect(refused(() => link.drop({ kind: 'exit' }))).toBe(
      `No task can match { kind: 'exit' }: a link chooses among messages only [FOW_BAD_MATCH]
  - expected: { from, to, kind, data }, each optional, or a function of the task
  - kinds: start, message, stop, error, call, exit, timer
Hint: look at workers.pending: a match names what its tasks have.`,
    );
    expect(refused(() => link.hold({ datum: 1 } as object))).toContain('a task has no "datum" to be chosen by');
    expect(() => link.hold({ kind: 'message', data: 1 })).not.toThrow();
  });
});

describe('the options of a link', () => {
  it('are refused when there is no such option', () => {
    const { workers, wk } = setUp();
    expect(refused(() => workers.link('host', wk, { unorderd: true } as object))).toBe(
      `There is no option "unorderd" of workers.link() [FOW_UNKNOWN_OPTION]
  - given: unorderd: true
  - known: unordered
Hint: what else is wanted is asked of the link itself: workers.link(from, to).hold().`,
    );
  });

  it('are refused when they have values of another type, or are no object', () => {
    const { workers, wk } = setUp();
    expect(refused(() => workers.link('host', wk, { unordered: 'yes' } as never))).toBe(
      `The option "unordered" of workers.link() can't be 'yes' [FOW_BAD_OPTION]
  - expected: true or false
Hint: what else is wanted is asked of the link itself: workers.link(from, to).hold().`,
    );
    expect(refused(() => workers.link('host', wk, 'unordered' as never))).toContain("can't be 'unordered'");
    expect(refused(() => workers.link('host', wk, null as never))).toContain("can't be null");
  });
});

describe('what is asked of a link', () => {
  it('and what no message matched is what the test fails with', () => {
    const { workers, world, wk, link } = setUp();
    link.drop({ data: 2 });
    link.duplicate({ data: 1 });
    link.delay(5, ({ data }) => data === 3);
    link.hold({ data: expect.any(String) });
    link.hold();
    workers.link(wk, 'host').drop();
    wk.postMessage(1);
    const unused = world.arrangements.takeUnused(world.surroundings.currentScope());
    expect(unused.map(({ message }) => message)).toEqual([
      `workers.link(host, worker#1).drop({ data: 2 }) had no effect in this test [FOW_LINK_UNUSED]
  - it waited for a message from host to worker#1 that matches
Hint: did the test not come that far, or is no message like that? workers.trace shows what was posted.`,
      expect.stringContaining('workers.link(host, worker#1).delay(5, [Function (anonymous)]) had no effect'),
      expect.stringContaining('workers.link(host, worker#1).hold({ data: Any'),
    ]);
    expect(world.arrangements.takeUnused(world.surroundings.currentScope())).toEqual([]);
  });

  it('counts as used by what was queued already, and when a younger rule decides', () => {
    const { world, wk, link } = setUp();
    wk.postMessage('queued');
    link.hold({ data: 'queued' });
    link.delay(5, { data: 1 });
    link.delay(0);
    wk.postMessage(1);
    link.restore();
    expect(world.arrangements.takeUnused(world.surroundings.currentScope())).toEqual([]);
  });

  it('can not be after a reset, whose workers the link does not lead to', () => {
    const { workers, link } = setUp();
    workers.reset();
    expect(refused(() => link.hold())).toContain('[FOW_NOT_A_WORKER]');
    expect(refused(() => link.release())).toContain('[FOW_NOT_A_WORKER]');
    expect(refused(() => link.restore())).toContain('[FOW_NOT_A_WORKER]');
  });
});

describe('workers.inject', () => {
  it('refuses what has happened already', () => {
    const { workers, wk } = setUp();
    expect(refused(() => workers.inject.startFailure(wk))).toBe(
      `workers.inject.startFailure(worker#1) can't happen: worker#1 has started already [FOW_FAULT_IMPOSSIBLE]
Hint: inject it before the script is run, which the first step of the worker does.`,
    );
    expect(refused(() => workers.inject.scriptError(new Error('x'), wk))).toContain('has started already');
  });

  it('refuses faults of a worker that has stopped', () => {
    const { workers, wk } = setUp();
    wk.terminate();
    workers.step();
    const text = `workers.inject.crash(worker#1) can't happen: worker#1 has stopped [FOW_FAULT_IMPOSSIBLE]
Hint: inject it while the worker lives.`;
    expect(refused(() => workers.inject.crash(wk))).toBe(text);
    expect(refused(() => workers.inject.hostGone(wk))).toBe(text.replace('crash', 'hostGone'));
    expect(refused(() => workers.inject.callTimeout('worker#1'))).toBe(text.replace('crash', 'callTimeout'));
    expect(refused(() => workers.inject.messageError(wk, 'host'))).toBe(
      text.replace('crash(worker#1)', 'messageError(worker#1, host)'),
    );
  });

  it('refuses to take the thread away from under its code', () => {
    const { workers, wk } = setUp();
    let outcome = '';
    wk.registerGlobalCallObject('o', {
      m: () => {
        outcome = refused(() => workers.inject.crash(wk));
      },
    });
    wk.postMessage('go');
    workers.run();
    expect(outcome).toBe(
      `workers.inject.crash(worker#1) can't happen: worker#1 is in the middle of a task [FOW_FAULT_IMPOSSIBLE]
Hint: inject it between two tasks, from the test itself.`,
    );
  });

  it('refuses an error that could not get into the worker', () => {
    const { workers } = setUp();
    expect(refused(() => workers.inject.scriptError(() => 1))).toMatch(
      /^workers\.inject\.scriptError\(.*\) can't happen: it has to be copied \[FOW_FAULT_IMPOSSIBLE\]\nHint: give an Error\.$/,
    );
    expect(refused(() => (workers.inject.scriptError as () => void)())).toBe(
      `workers.inject.scriptError() can't happen: there is nothing to throw [FOW_FAULT_IMPOSSIBLE]
Hint: give an Error.`,
    );
  });
});
