import type { WorkerRecord } from '../ohos';
import { placed } from './diagnosis-of-drops';
import { viewOf } from './task-view';
import { countTimers } from './waiting';
import type { World } from './world';

/** Something that a test has left behind. */
export interface Leak {
  /** The worker that it belongs to. */
  readonly agent: string;
  /** `worker`: nobody has told it to end. `message`: it was never delivered. `timer`: it never fired. */
  readonly what: 'worker' | 'message' | 'timer';
  readonly detail: string;
}

/**
 * What is left: workers that run on, undelivered messages and waiting timers, kind by kind.
 *
 * @param scope only of the workers that live as long as this one; of all if it is not given.
 */
export function findLeaks(world: World, scope?: object): Leak[] {
  const { session } = world;
  const records = session.app.workers.filter((record) => scope === undefined || world.scopeOf(record) === scope);
  if (records.length === 0) return [];
  return [
    ...records.filter(({ ended }) => !ended).map((record) => runningOn(world, record)),
    ...undelivered(world, new Set(records)),
    ...records.filter(countTimers).map(unfired),
  ];
}

/** One line for each. */
export function describeLeaks(leaks: readonly Leak[]): string[] {
  const width = Math.max(0, ...leaks.map(({ agent }) => agent.length));
  return leaks.map(({ agent, what, detail }) => `${agent.padEnd(width)}  ${what}: ${detail}`);
}

function runningOn({ session: { recorder, sites } }: World, record: WorkerRecord): Leak {
  const { label, url, state } = record;
  const { start } = recorder.historyOf(record);
  const site = placed('constructed at', start && sites.of(start));
  return { agent: label, what: 'worker', detail: [state.phase, url, ...site].join(', ') };
}

function undelivered({ session, links }: World, records: ReadonlySet<WorkerRecord>): Leak[] {
  const kept = links.busy.flatMap(({ waiting }) => waiting);
  return [...session.kernel.pending(), ...kept].flatMap((task): Leak[] => {
    const { payload } = task;
    if (payload.kind !== 'message' || !records.has(payload.worker)) return [];
    const { from, to, preview, postedAt } = viewOf(session, task);
    const detail = [`${from} -> ${to}  ${preview}`, ...placed('posted at', postedAt)].join(', ');
    return [{ agent: payload.worker.label, what: 'message', detail }];
  });
}

function unfired(record: WorkerRecord): Leak {
  return { agent: record.label, what: 'timer', detail: `${countTimers(record)} waiting` };
}
