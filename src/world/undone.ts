import { placed } from './diagnosis-of-drops';
import { describeTask, type TaskView, viewOf } from './task-view';
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

/** Something that does not come by itself, however long the test runs what is queued. */
export interface Wait {
  readonly what: string;
  /** What would make it come. */
  readonly cure: string;
}

/** Timers that wait, by worker, and tasks that links keep; or those of one worker alone. */
export function findWaits({ session, links }: World, of?: string): Wait[] {
  const workers = session.app.workers.filter(({ label }) => of === undefined || label === of);
  const waiting = workers.filter(({ stopped, thread }) => !stopped && thread.timers.size > 0);
  const busy = links.busy.filter(({ from, receiver }) => of === undefined || from === of || receiver.name === of);
  return [
    ...waiting.map(({ label, thread }) => ({
      what: `timers of ${label}: ${thread.timers.size} waiting`,
      cure: 'workers.clock.advance(ms) makes timers fire',
    })),
    ...busy.map(({ from, receiver, waiting: kept }) => ({
      what: `link from ${from} to ${receiver.name}: ${kept.length} kept back`,
      cure: 'release() of a link lets go what it holds, workers.clock.advance(ms) what it delays',
    })),
  ];
}

/** What would perform the queued tasks. */
export function cureForQueue({ settings }: World): string {
  return settings.mode === 'auto'
    ? 'they are performed while the test waits for something (auto mode)'
    : "workers.run() or await workers.settle() performs them, and mode: 'auto' while the test waits";
}
