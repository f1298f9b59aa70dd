import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

const echo = `
  const port = worker.workerPort;
  port.onmessage = ({ data }) => port.postMessage(data);
`;

function traceOf(...messages: readonly unknown[]) {
  const { worker, workers } = inlineWorld({ 'w.ts': echo });
  const wk = new worker.ThreadWorker('w.ts');
  wk.onmessage = () => {};
  for (const message of messages) wk.postMessage(message);
  workers.run();
  return workers.trace;
}

describe('workers.trace.diff', () => {
  it('finds nothing between traces of the same program, stored ones too', () => {
    const trace = traceOf({ id: 1 });
    expect(trace.diff(traceOf({ id: 1 }))).toBeUndefined();
    expect(trace.diff(traceOf({ id: 1 }).toJSON())).toBeUndefined();
    expect(trace.diff(JSON.stringify(traceOf({ id: 1 })))).toBeUndefined();
  });

  it('names the first entries that differ, the field, and what came before', () => {
    const found = traceOf({ list: [1, new Map([['a', 1]])] }).diff(traceOf({ list: [1, new Map([['a', 2]])] }));
    expect(found).toMatchObject({
      entry: { seq: 3, type: 'post' },
      other: { seq: 3, type: 'post' },
      field: 'data.list[1].entries[0][1]',
    });
    expect(found?.text.split('\n')).toEqual([
      'The traces are the same for 2 entries; then data.list[1].entries[0][1] is 1, in the other 2',
      "         0ms  host  new        worker#1 = new ThreadWorker('w.ts')",
      "         0ms  host  queue      { task: 1, to: 'worker#1', kind: 'start' }",
      "   this  0ms  host  post       -> worker#1  { list: [ 1, Map(1) { 'a' => 1 } ] }",
      "  other  0ms  host  post       -> worker#1  { list: [ 1, Map(1) { 'a' => 2 } ] }",
    ]);
  });

  it('tells which of them has ended', () => {
    const short = traceOf(1);
    const { entry, other, field, text = '' } = short.diff(traceOf(1, 2)) ?? {};
    expect([entry?.type, other?.type, field]).toEqual(['start', 'post', 'type']);
    expect(text).toContain("then type is 'start', in the other 'post'");
    const stored = short.toJSON();
    const shorter = { ...stored, entries: stored.entries.slice(0, 1) };
    expect(short.diff(shorter)).toEqual({
      entry: expect.objectContaining({ seq: 2 }),
      text: [
        'The traces are the same for 1 entry; then the other has ended',
        "         0ms  host  new        worker#1 = new ThreadWorker('w.ts')",
        "   this  0ms  host  queue      { task: 1, to: 'worker#1', kind: 'start' }",
      ].join('\n'),
    });
    const longer = { ...stored, entries: [...stored.entries, { ...stored.entries[0], seq: 99 }] };
    expect(short.diff(longer as never)?.text).toContain('then this one has ended\n');
  });

  it('does not compare lines of code', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo });
    new worker.ThreadWorker('w.ts');
    const first = workers.trace.toJSON();
    workers.reset();

    new worker.ThreadWorker('w.ts');
    expect(workers.trace.toJSON().entries[1]?.at).not.toBe(first.entries[1]?.at);
    expect(workers.trace.diff(first)).toBeUndefined();
  });

  it('compares what both still know', () => {
    const { worker, workers } = inlineWorld({ 'w.ts': echo }, { trace: { maxEvents: 4 } });
    const wk = new worker.ThreadWorker('w.ts');
    wk.onmessage = () => {};
    wk.postMessage(1);
    workers.run();
    expect(workers.trace.toJSON().forgotten).toBeGreaterThan(0);
    expect(traceOf(1).diff(workers.trace)).toBeUndefined();
    expect(workers.trace.diff(traceOf(1))).toBeUndefined();
  });

  it('refuses what is no trace', () => {
    expect(() => traceOf().diff({ entries: [] } as never)).toThrow('[FOW_BAD_TRACE]');
  });
});
