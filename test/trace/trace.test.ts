import { describe, expect, it } from '@jest/globals';
import { Trace } from '../../src/trace';

describe('Trace', () => {
  it('numbers its entries and gives them the time on the clock', () => {
    let now = 0;
    const trace = new Trace({ now: () => now, during: () => undefined, maxEvents: 10 });
    trace.add('worker#1', { type: 'running' });
    now = 25;
    trace.add('worker#1', { type: 'close' });
    expect(trace.entries).toEqual([
      { seq: 1, time: 0, agent: 'worker#1', type: 'running' },
      { seq: 2, time: 25, agent: 'worker#1', type: 'close' },
    ]);
  });

  it('keeps the youngest entries, with their numbers, when it is full', () => {
    const trace = new Trace({ now: () => 0, during: () => undefined, maxEvents: 3 });
    for (let timerId = 1; timerId <= 20; timerId++) trace.add('worker#1', { type: 'timer', task: timerId, timerId });
    expect(trace.entries.map(({ seq }) => seq)).toEqual([18, 19, 20]);
    expect(trace.last(2).map(({ seq }) => seq)).toEqual([19, 20]);
    expect(trace.toString()).toBe(
      ['0ms  worker#1  timer      18', '0ms  worker#1  timer      19', '0ms  worker#1  timer      20'].join('\n'),
    );
  });

  it('records nothing when it may keep nothing', () => {
    const trace = new Trace({ now: () => 0, during: () => undefined, maxEvents: 0 });
    trace.add('worker#1', { type: 'running' });
    expect(trace.entries).toEqual([]);
    expect(trace.toString()).toBe('');
  });

  it('aligns times and agents in its text', () => {
    let now = 5;
    const trace = new Trace({ now: () => now, during: () => undefined, maxEvents: 10 });
    trace.add('host', { type: 'post', task: 1, to: 'worker#1', data: { id: 7 } });
    now = 1000;
    trace.add('worker#1', { type: 'message', task: 1, from: 'host', data: { id: 7 } });
    expect(`${trace}`).toBe(
      ['   5ms  host      post       -> worker#1  { id: 7 }', '1000ms  worker#1  message    <- host  { id: 7 }'].join(
        '\n',
      ),
    );
  });
});

describe('places of entries', () => {
  it('are made text when somebody looks, and forgotten with their entries', () => {
    const asked: number[] = [];
    const trace = new Trace({ now: () => 0, during: () => 7, maxEvents: 2 });
    for (let task = 1; task <= 4; task++) {
      const at = () => {
        asked.push(task);
        return `a.ts:${task}:1`;
      };
      trace.add('host', { type: 'queue', task, to: 'worker#1', kind: 'start' }, undefined, at);
    }
    expect(`${trace}`).toBe('');
    expect(asked).toEqual([]);
    expect(trace.entries.map(({ at, during }) => [at, during])).toEqual([
      ['a.ts:3:1', 7],
      ['a.ts:4:1', 7],
    ]);
    expect(new Set(asked)).toEqual(new Set([3, 4]));
  });

  it('are kept of no more than 1,024 entries, the youngest', () => {
    const trace = new Trace({ now: () => 0, during: () => undefined, maxEvents: 10_000 });
    for (let task = 1; task <= 3_000; task++) {
      trace.add('host', { type: 'queue', task, to: 'worker#1', kind: 'start' }, undefined, () => 'a.ts:1:1');
    }
    const located = trace.entries.filter(({ at }) => at !== undefined);
    expect([located.length, located[0]?.seq]).toEqual([1_024, 1_977]);
  });
});
