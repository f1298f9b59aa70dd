import { describeProblem } from '../base';

/** A call of user code that has not returned, and can't be cut off. */
export interface OverdueCall {
  /** Id of the worker whose code it is; 0 for the host. */
  readonly worker: number;
  readonly milliseconds: number;
  /** Which of the calls of the test it came from, from 1. */
  readonly callOfTest: number;
}

/** What stands on stderr: the thread itself can say nothing. */
export function describeOverdue({ worker, milliseconds, callOfTest }: OverdueCall): string {
  const agent = worker === 0 ? 'host' : `worker #${worker}`;
  return describeProblem({
    code: 'FOW_ENDLESS_HANDLER',
    summary: `${agent} goes on and is not cut off: its code has not returned after ${milliseconds} ms`,
    facts: [
      `the test has called run, step and the like ${callOfTest} times; to be fast, calls after the first 1000 are not guarded`,
    ],
    hint: 'a loop without an end? End Jest with Ctrl-C. With fewer calls it is cut off and the test told where it was: a smaller loop, one workers.run() instead of many steps, or await workers.settle(), which is always guarded.',
  });
}
