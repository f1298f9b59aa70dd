import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { RunReport } from '../../src/world';
import { inlineWorld } from './support/inline-world';

const counter = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => { log('worker ' + data); port.postMessage(data * 10); };
`;

/** The host writes down what it hears; the worker gets 1, 2 and 3. */
function conversation() {
  const inline = inlineWorld({ 'w.ts': counter });
  const wk = new inline.worker.ThreadWorker('w.ts');
  wk.onmessage = ({ data }) => inline.log.push(`host ${data}`);
  for (const n of [1, 2, 3]) wk.postMessage(n);
  return { ...inline, wk };
}

function whereOf({ delivered, stoppedAt }: RunReport): unknown[] {
  return [delivered, stoppedAt?.stop, stoppedAt?.task.data];
}

describe('a breakpoint', () => {
  it('makes run() stop before a task that matches, and say where', () => {
    const { workers, log, wk } = conversation();
    const breakpoint = workers.breakOn({ to: wk, kind: 'message', data: 2 });
    const report = workers.run();
    expect(whereOf(report)).toEqual([2, 'before', 2]);
    expect(report.stoppedAt?.task).toEqual(workers.pending[0]);
    expect(report.stoppedAt?.breakpoint).toBe(breakpoint);
    expect(log).toEqual(['worker 1']);
  });

  it('can stop after the task', () => {
    const { workers, log } = conversation();
    workers.breakOn({ data: 2 }, { stop: 'after' });
    expect(whereOf(workers.run())).toEqual([3, 'after', 2]);
    expect(log).toEqual(['worker 1', 'worker 2']);
  });

  it('is gone on from by the next run, in the same order as without it', () => {
    const { workers, log } = conversation();
    const breakpoint = workers.breakOn(({ kind }) => kind === 'message');
    const stops: unknown[] = [];
    for (let report = workers.run(); report.stoppedAt !== undefined; report = workers.run()) {
      stops.push(report.stoppedAt.task.data);
    }
    expect(stops).toEqual([1, 2, 3, 10, 20, 30]);
    expect(breakpoint.hits).toBe(6);
    const undisturbed = conversation();
    undisturbed.workers.run();
    expect(log).toEqual(undisturbed.log);
  });

  it('lets the test change the order where it stopped', () => {
    const { workers, log, worker } = conversation();
    const other = new worker.ThreadWorker('w.ts');
    other.postMessage(4);
    workers.breakOn({ to: 'worker#2', kind: 'start' });
    workers.breakOn({ to: 'worker#1', data: 1 });
    expect(workers.run().stoppedAt?.task.data).toBe(1);
    const start = workers.pending.find(({ to, kind }) => to === 'worker#2' && kind === 'start');
    workers.step(start);
    workers.step(workers.pending.find(({ to }) => to === 'worker#2'));
    workers.run();
    expect(log.slice(0, 2)).toEqual(['worker 4', 'worker 1']);
  });

  it('no longer stops anything when it has been removed', () => {
    const { workers } = conversation();
    const breakpoint = workers.breakOn({ kind: 'message' });
    workers.run();
    breakpoint.remove();
    expect(workers.run().stoppedAt).toBeUndefined();
    expect(breakpoint.hits).toBe(1);
  });

  it('ends with the scope that it was set in, not with the process', () => {
    const { workers, world, worker } = conversation();
    const breakpoint = workers.breakOn({ kind: 'start' });
    workers.reset();
    new worker.ThreadWorker('w.ts');
    expect(workers.run().stoppedAt?.breakpoint).toBe(breakpoint);
    world.endScope(world.surroundings.currentScope());
    new worker.ThreadWorker('w.ts');
    expect(workers.run().stoppedAt).toBeUndefined();
    expect(breakpoint.hits).toBe(1);
  });

  it('inside a global call stops after the task that called', () => {
    const { workers, worker, log } = inlineWorld({
      'w.ts': `worker.workerPort.onmessage = () => {
        log('answer ' + worker.workerPort.callGlobalCallObjectMethod('store', 'read', 0));
      };`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.registerGlobalCallObject('store', { read: () => 7 });
    wk.postMessage('go');
    workers.breakOn({ kind: 'call' });
    const { delivered, stoppedAt } = workers.run();
    expect([delivered, stoppedAt?.stop, stoppedAt?.task.kind]).toEqual([2, 'after', 'call']);
    expect(log).toEqual(['answer 7']);
  });

  it('counts when its task throws, and when one inside it does: then run() has stopped there', () => {
    const { workers, worker, log } = inlineWorld({
      'w.ts': `const port = worker.workerPort;
        port.onmessage = () => {
          port.postMessage('inside');
          log(port.callGlobalCallObjectMethod('store', 'read', 0));
          port.postMessage('after');
        };`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.registerGlobalCallObject('store', { read: () => 'read' });
    wk.onmessage = ({ data }) => {
      throw new Error(String(data));
    };
    wk.postMessage('go');
    const inside = workers.breakOn({ data: 'inside' });
    const after = workers.breakOn({ data: 'after' }, { stop: 'after' });
    expect(() => workers.run()).toThrow('inside');
    expect([inside.hits, after.hits, log]).toEqual([1, 0, ['read']]);
    expect(() => workers.run()).toThrow('after');
    expect([inside.hits, after.hits]).toEqual([1, 1]);
  });

  it('whose predicate throws leaves the queue as it was', () => {
    const { workers, log } = conversation();
    const breakpoint = workers.breakOn(() => {
      throw new Error('predicate');
    });
    const before = workers.pending;
    expect(() => workers.run()).toThrow('predicate');
    expect(workers.pending).toEqual(before);
    breakpoint.remove();
    workers.run();
    expect(log).toHaveLength(6);
  });
});

describe('workers.step', () => {
  it('answers the tasks that a global call made the host perform meanwhile', () => {
    const { workers, worker } = inlineWorld({
      'w.ts': `const port = worker.workerPort;
        port.onmessage = () => { port.postMessage('first'); port.callGlobalCallObjectMethod('store', 'read', 0); };`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.registerGlobalCallObject('store', { read: () => 7 });
    wk.postMessage('go');
    expect(workers.step()?.nested).toBeUndefined();
    expect(workers.step()?.nested?.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['message host', 'call host']);
  });
});

describe('workers.pending', () => {
  it('tells who caused each task, and where it was posted', () => {
    const { workers, worker } = inlineWorld({ 'w.ts': counter });
    const wk = new worker.ThreadWorker('w.ts');
    wk.postMessage(1);
    workers.step();
    workers.step();
    const [answer] = workers.pending;
    expect(answer).toEqual({
      id: 3,
      kind: 'message',
      from: 'worker#1',
      to: 'host',
      data: 10,
      preview: '10',
      causedBy: 2,
      postedAt: 'w.ts:3:64',
    });
    expect(inspect(answer)).toContain("preview: '10',\n  causedBy: 2,\n  postedAt: 'w.ts:3:64'\n");
    wk.terminate();
    expect(workers.pending.map(({ kind, causedBy, postedAt }) => [kind, causedBy, typeof postedAt])).toEqual([
      ['message', 2, 'string'],
      ['stop', null, 'string'],
    ]);
  });
});
