import { describe, expect, it } from '@jest/globals';
import type { TraceEntry, TraceView } from '../../src/trace';
import { inlineWorld } from './support/inline-world';

const echo = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => port.postMessage(data);
`;

/** Entries as `seq agent type task (during) <- causes`. */
function causesIn({ workers }: ReturnType<typeof inlineWorld>): string[] {
  return workers.trace.toJSON().entries.map((entry) => {
    const task = 'task' in entry ? ` ${entry.task}` : '';
    const during = entry.during === undefined ? '' : ` in ${entry.during}`;
    return `${entry.seq} ${entry.agent} ${entry.type}${task}${during} <- ${entry.causes.join(' ')}`.trimEnd();
  });
}

describe('what entries of the trace are caused by', () => {
  it('is the entry before them on their agent and, when a task begins, the one that queued it', () => {
    const inline = inlineWorld({ 'w.ts': echo });
    const wk = new inline.worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    wk.postMessage('hello');
    inline.workers.run();
    expect(causesIn(inline)).toEqual([
      '1 host new <-',
      '2 host queue 1 <- 1',
      '3 host post 2 <- 2',
      '4 worker#1 start 1 in 1 <- 2',
      '5 worker#1 running in 1 <- 4',
      '6 worker#1 end 1 in 1 <- 5',
      '7 worker#1 message 2 in 2 <- 3 6',
      '8 worker#1 post 3 in 2 <- 7',
      '9 worker#1 end 2 in 2 <- 8',
      '10 host message 3 in 3 <- 3 8',
      '11 host end 3 in 3 <- 10',
    ]);
  });

  it('orders what a worker drops after its end, and not what the sender does later', () => {
    const { worker, workers } = inlineWorld({
      'w.ts': 'worker.workerPort.onmessage = () => worker.workerPort.close();',
    });
    const wk = new worker.ThreadWorker('w.ts');
    workers.run();
    wk.postMessage('first');
    wk.postMessage('never read');
    workers.step();
    const late = new worker.ThreadWorker('w.ts');
    late.onerror = () => {};
    const close = entryOf(workers.trace, 'close');
    const drop = entryOf(workers.trace, 'drop');
    const made = entryOf(workers.trace, 'new', (entry) => entry.type === 'new' && entry.worker === 'worker#2');
    expect(drop).toMatchObject({ agent: 'host', task: 3, reason: 'closed' });
    expect(workers.trace.happensBefore(close, drop)).toBe(true);
    expect(workers.trace.happensBefore(drop, made)).toBe(false);
  });

  it('orders the answer of a global call before what its worker does next', () => {
    const { worker, workers } = inlineWorld({
      'w.ts': `worker.workerPort.onmessage = () => {
        worker.workerPort.callGlobalCallObjectMethod('store', 'get', 100);
        worker.workerPort.postMessage('done');
      };`,
    });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    wk.registerGlobalCallObject('store', { get: () => 1 });
    wk.postMessage('go');
    workers.run();
    const call = entryOf(workers.trace, 'call');
    const answer = entryOf(workers.trace, 'answer');
    const done = entryOf(workers.trace, 'post', ({ agent }) => agent === 'worker#1');
    expect(answer.agent).toBe('host');
    expect(workers.trace.causesOf(call)).toHaveLength(2);
    expect(workers.trace.causesOf(done)).toContain(answer.seq);
  });

  it('orders what the test lets through after the test has done so', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    workers.link(wk, 'host').hold();
    wk.postMessage(1);
    workers.run();
    wk.postMessage(2);
    workers.link(wk, 'host').release();
    const second = entryOf(workers.trace, 'post', (entry) => entry.type === 'post' && entry.data === 2);
    const held = entryOf(workers.trace, 'link');
    const released = entryOf(workers.trace, 'link', (entry) => entry.type === 'link' && entry.what === 'let through');
    expect(workers.trace.causesOf(released)).toEqual(expect.arrayContaining([held.seq, second.seq]));
    expect(workers.trace.happensBefore(held, second)).toBe(false);
    workers.run();
    const delivered = entryOf(workers.trace, 'message', ({ agent }) => agent === 'host');
    expect(workers.trace.causesOf(delivered)).toContain(released.seq);
    expect(workers.trace.clockOf(delivered)).toEqual({ host: 6, 'worker#1': 6 });
  });

  it('orders what befalls a worker outside of its tasks after what the test has done before', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    const wk = new worker.ThreadWorker('w.ts');
    workers.run();
    wk.postMessage('lost');
    workers.inject.crash(wk);
    const post = entryOf(workers.trace, 'post');
    const fault = entryOf(workers.trace, 'fault');
    const stop = entryOf(workers.trace, 'stop');
    const drop = entryOf(workers.trace, 'drop');
    expect(workers.trace.causesOf(fault)).toContain(post.seq);
    expect(workers.trace.happensBefore(fault, stop)).toBe(true);
    expect(workers.trace.causesOf(drop)).toContain(post.seq);
  });

  it('leaves workers that know nothing of each other without an order', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    const pair = [new worker.ThreadWorker('w.ts'), new worker.ThreadWorker('w.ts')];
    for (const wk of pair) wk.postMessage(1);
    workers.run();
    const received = (name: string) => entryOf(workers.trace, 'message', ({ agent }) => agent === name);
    const first = received('worker#1');
    const second = received('worker#2');
    expect(workers.trace.happensBefore(first, second)).toBe(false);
    expect(workers.trace.happensBefore(second, first)).toBe(false);
  });

  it('is nothing for what the trace does not have', () => {
    const { workers } = inlineWorld({ 'w.ts': echo });
    expect(workers.trace.causesOf({ seq: 1 })).toEqual([]);
    expect(workers.trace.clockOf({ seq: 1 })).toEqual({});
    expect(workers.trace.happensBefore({ seq: 1 }, { seq: 2 })).toBe(false);
  });
});

/** The first entry of a type, of those that are wanted. */
function entryOf(trace: TraceView, type: string, isWanted: (entry: TraceEntry) => boolean = () => true): TraceEntry {
  const found = trace.entries.find((entry) => entry.type === type && isWanted(entry));
  if (found === undefined) throw new Error(`there is no ${type}`);
  return found;
}
