import { placed } from './diagnosis-of-drops';
import { describeTask, type TaskView, viewOf } from './task-view';
import { findWaiting } from './waiting';
import type { World } from './world';

/** How many tasks are listed. */
const shownTasks = 5;

/** What is queued, one line for each task. */
export function describeQueue({ session }: World): string[] {
  const pending = session.kernel.pending();
  const lines = pending.slice(0, shownTasks).map((task) => {
    const view = viewOf(session, task);
    return [describeTask(view), ...placed('posted at', view.postedAt)].join(', ');
  });
  return pending.length > shownTasks ? [...lines, `and ${pending.length - shownTasks} more`] : lines;
}

/** What links keep back: posted, and not in the queue. */
export function keptTasks({ session, links }: World): TaskView[] {
  return links.busy.flatMap(({ waiting }) => waiting).map((task) => viewOf(session, task));
}

/** Timers and links that somebody waits on, and what would make them go on; or what concerns one worker alone. */
export function describeWaiting(world: World, of?: string): { what: string; cure: string }[] {
  return findWaiting(world).flatMap(({ agent, on, count, from }) => {
    if (of !== undefined && agent !== of && from !== of) return [];
    if (on === 'timers')
      return { what: `timers of ${agent}: ${count} waiting`, cure: 'workers.clock.advance(ms) makes timers fire' };
    const cure = 'release() of a link lets go what it holds, workers.clock.advance(ms) what it delays';
    return on === 'link' ? { what: `link from ${from} to ${agent}: ${count} kept back`, cure } : [];
  });
}

/** What would perform the queued tasks. */
export function cureForQueue({ settings }: World): string {
  return settings.mode === 'auto'
    ? 'they are performed while the test waits for something (auto mode)'
    : "workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits";
}
