import { placed } from './diagnosis-of-drops';
import { describeTask, viewOf } from './task-view';
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

/** The timers that wait, one line for each worker; or of one worker alone. */
export function describeTimers({ session }: World, of?: string): string[] {
  const workers = session.app.workers.filter(({ label }) => of === undefined || label === of);
  const waiting = workers.filter(({ stopped, thread }) => !stopped && thread.timers.size > 0);
  return waiting.map(({ label, thread }) => `timers of ${label}: ${thread.timers.size} waiting`);
}

/** What would perform the queued tasks. */
export function cureForQueue({ settings }: World): string {
  return settings.mode === 'auto'
    ? 'they are performed while the test waits for something (auto mode)'
    : "workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits";
}

/** What would make the timers fire. */
export const cureForTimers = 'workers.clock.advance(ms) makes timers fire';
