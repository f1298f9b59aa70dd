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
