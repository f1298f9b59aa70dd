import type { World } from './world';

/** Something that a test has left behind. */
export interface Leak {
  readonly agent: string;
  /** `worker`: it was never stopped. `message`: it was never delivered. `timer`: it never fired. */
  readonly what: 'worker' | 'message' | 'timer';
  readonly detail: string;
}

/** What is left: workers that run on, undelivered messages and waiting timers, by worker. */
export function findLeaks(
  { session }: World,
  describePending: () => readonly { to: string; preview: string }[],
): Leak[] {
  const living = session.app.workers.filter(({ stopped }) => !stopped);
  const workers = living.map(
    ({ label, url, state }): Leak => ({ agent: label, what: 'worker', detail: `${state.phase}, ${url}` }),
  );
  const timers = living
    .filter(({ thread }) => thread.timers.size > 0)
    .map(({ label, thread }): Leak => ({ agent: label, what: 'timer', detail: `${thread.timers.size} waiting` }));
  const messages = describePending().map(({ to, preview }): Leak => ({ agent: to, what: 'message', detail: preview }));
  return [...workers, ...messages, ...timers];
}
