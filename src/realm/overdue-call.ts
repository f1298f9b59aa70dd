import { describeProblem } from '../base';

/** To guard a call costs about as much as a message: of those that a test makes itself, the later ones are not guarded. */
export const mostGuarded = 1_000;

/**
 * What stands on stderr when a call that is not guarded does not return.
 *
 * @param file where its code is, as far as that is known.
 */
export function describeOverdue(milliseconds: number, file: string | undefined): string {
  return describeProblem({
    code: 'FOW_ENDLESS_HANDLER',
    summary: `Code of a worker, or of the host, has not returned after ${milliseconds} ms, and is not cut off`,
    facts: [
      ...(file === undefined ? [] : [`it is in ${file}`]),
      `the test had called run, step and the like ${mostGuarded} times before: later calls are not guarded, to be fast`,
    ],
    hint: 'a loop without an end? Then end Jest with Ctrl-C. To have it cut off let the test make fewer calls: one workers.run() instead of many steps, a smaller loop, or await workers.settle(), which is always guarded.',
  });
}
