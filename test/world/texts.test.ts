import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { inlineWorld } from './support/inline-world';

describe('what tests print', () => {
  it('is readable as text', () => {
    const { workers, worker } = inlineWorld({ 'w.ts': '' });
    expect(String(workers)).toBe('no workers');
    const wk = new worker.ThreadWorker('w.ts');
    expect(`${workers.get(wk)}`).toBe('worker#1 (ThreadWorker, starting, w.ts)');
    expect(`${workers}`).toBe('worker#1 (ThreadWorker, starting, w.ts)');
    expect(workers.pending.map(String)).toEqual(['start host -> worker#1 w.ts']);
  });

  it('shows how often a breakpoint was hit', () => {
    const { workers, worker } = inlineWorld({ 'w.ts': '' });
    const breakpoint = workers.breakOn({ kind: 'start' });
    new worker.ThreadWorker('w.ts');
    workers.run();
    expect(inspect(breakpoint)).toBe("{ stop: 'before', hits: 1 }");
  });
});
