import { describeProblem } from '../base';

/** What is known of code that has not returned, and is not cut off. */
export interface OverdueCall {
  /** Name of the agent whose code it is. */
  readonly agent: string;
  readonly facts: readonly string[];
}

/** To guard a call costs about as much as a message: of those that a test makes itself, the later ones are not guarded. */
export const mostGuarded = 1_000;

/** What stands on stderr; `overdue` is missing when the thread is somewhere where it can't be asked. */
export function describeOverdue(milliseconds: number, overdue: OverdueCall | undefined): string {
  const { agent, facts } = overdue ?? { agent: 'a worker, or the host,', facts: [] };
  return describeProblem({
    code: 'FOW_ENDLESS_HANDLER',
    summary: `${agent} is not cut off, and its code has not returned after ${milliseconds} ms`,
    facts: [
      ...facts,
      `the test had called run, step and the like ${mostGuarded} times before: later calls are not guarded, to be fast`,
    ],
    hint: 'a loop without an end? Then end Jest with Ctrl-C. To have it cut off let the test make fewer calls: one workers.run() instead of many steps, a smaller loop, or await workers.settle(), which is always guarded.',
  });
}
