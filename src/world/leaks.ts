import type { World } from './world';

/** Something that a test has left behind. */
export interface Leak {
  /** The worker that it belongs to. */
  readonly agent: string;
  /** `worker`: it was never stopped. `message`: it was never delivered. `timer`: it never fired. */
  readonly what: 'worker' | 'message' | 'timer';
  readonly detail: string;
}

/** What is left: workers that run on, undelivered messages and waiting timers, by worker. */
export function findLeaks(
  { session }: World,
  describePending: () => readonly { from: string; to: string; preview: string }[],
): Leak[] {
  const living = session.app.workers.filter(({ stopped }) => !stopped);
  const workers = living.map(
    ({ label, url, state }): Leak => ({ agent: label, what: 'worker', detail: `${state.phase}, ${url}` }),
  );
  const timers = living
    .filter(({ thread }) => thread.timers.size > 0)
    .map(({ label, thread }): Leak => ({ agent: label, what: 'timer', detail: `${thread.timers.size} waiting` }));
  const messages = describePending().map(
    ({ from, to, preview }): Leak => ({
      agent: to === session.app.main.name ? from : to,
      what: 'message',
      detail: `${from} -> ${to}  ${preview}`,
    }),
  );
  return [...workers, ...messages, ...timers];
}
