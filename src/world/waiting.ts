import type { Task } from '../kernel';
import type { WorkerRecord, WorkerTask } from '../ohos';
import type { World } from './world';

/** What an agent still waits on when everything has come to rest. */
export interface Waiting {
  /** `host`, or a worker's label. */
  readonly agent: string;
  /**
   * `timers`: time would have to pass. `promise`: handlers have answered promises that are not settled.
   * `top-level await`: so has the script. `link`: it keeps something back. `I/O`: files, sockets, timers of the test's
   * realm. `until`: the promise given as `until`.
   */
  readonly on: 'timers' | 'promise' | 'top-level await' | 'link' | 'I/O' | 'until';
  readonly count: number;
  /**
   * Since which line, as `file:line:column`; of several, the oldest's. Timers: where they were set. Promises: where the
   * message was posted that is being handled, or the worker constructed. Known of the first ones of a test.
   */
  readonly since?: string;
  /** Links: `host`, or the label of the worker whose tasks are kept back. */
  readonly from?: string;
  /** I/O: Node's names for it. */
  readonly resources?: readonly string[];
}

/** What everybody waits on who lives. */
export function findWaiting(world: World): Waiting[] {
  return [...waitingOnTimers(world), ...waitingOnPromises(world), ...waitingOnLinks(world)];
}

/** The tasks whose handlers, or scripts, have answered promises that are not settled; of workers that go on. */
export function unsettledTasks({ session: { app } }: World): Task<WorkerTask>[] {
  return app.answers.pending.filter(({ agent }) => {
    const thread = app.threadOf(agent);
    return thread !== undefined && thread.record?.stopped !== true;
  });
}

/** How many timers of a worker may still fire. */
export function countTimers({ stopped, thread }: WorkerRecord): number {
  return stopped ? 0 : thread.timers.size;
}

function waitingOnTimers({ session: { app, sites } }: World): Waiting[] {
  return app.workers.filter(countTimers).map((record) => {
    const [oldest] = record.thread.timers.values();
    const site = oldest && sites.of(oldest.task);
    return { agent: record.label, on: 'timers', count: countTimers(record), ...since(site) };
  });
}

function waitingOnPromises(world: World): Waiting[] {
  const { sites } = world.session;
  const waits = new Map<string, Task<WorkerTask>[]>();
  for (const task of unsettledTasks(world)) {
    const key = `${task.agent.id} ${kindOf(task)}`;
    waits.set(key, [...(waits.get(key) ?? []), task]);
  }
  return [...waits.values()].flatMap((tasks): Waiting[] => {
    const [oldest] = tasks;
    if (oldest === undefined) return [];
    return [{ agent: oldest.agent.name, on: kindOf(oldest), count: tasks.length, ...since(sites.of(oldest.payload)) }];
  });
}

function kindOf({ payload }: Task<WorkerTask>): 'promise' | 'top-level await' {
  return payload.kind === 'start' ? 'top-level await' : 'promise';
}

function waitingOnLinks({ links }: World): Waiting[] {
  return links.busy.map(({ from, receiver, waiting }) => {
    return { agent: receiver.name, on: 'link', count: waiting.length, from };
  });
}

function since(site: string | undefined): { readonly since?: string } {
  return site === undefined ? {} : { since: site };
}
