import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { describeTask, viewOf } from './task-view';
import type { World } from './world';

/** For how many tasks before the end of a budget it is remembered what they were and where they were posted. */
export const loopTasks = 64;

/** What is shown at most, of a loop with more tasks than anybody reads. */
const shownTasks = 12;

/**
 * The tasks that came again and again of late, in their order and with the places of the posts that feed them; without
 * a cycle, what came last.
 */
export function describeLoop({ session }: World, recent: readonly Task<WorkerTask>[]): string[] {
  const lines = recent.map((task) => {
    const { kind, from, to, preview } = viewOf(session, task);
    const site = session.sites.of(task.payload);
    // Numbers differ from round to round; what they are part of does not.
    return (
      describeTask({ kind, from, to, preview: preview.replace(/\d+/g, '…') }) + (site ? `, posted at ${site}` : '')
    );
  });
  const cycle = lines.slice(-periodOf(lines));
  return [...new Set(cycle)].slice(0, shownTasks);
}

/** How many lines, at the end, are the same as those before them. */
function periodOf(lines: readonly string[]): number {
  for (let period = 1; period * 2 <= lines.length; period++) {
    const [earlier, last] = [lines.slice(-period * 2, -period), lines.slice(-period)];
    if (last.every((line, index) => line === earlier[index])) return period;
  }
  return lines.length;
}
