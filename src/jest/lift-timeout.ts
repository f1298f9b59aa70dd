import type { Circus } from '@jest/types';

/** The longest time that a timer of Node's can take: 25 days. */
const noTimeout = 2_147_483_647;

/** Gives a test, or a hook, that is about to begin all the time of the world, whatever time limit it has. */
export function liftTimeout(event: Circus.SyncEvent | Circus.AsyncEvent): void {
  if (event.name === 'hook_start') event.hook.timeout = noTimeout;
  if (event.name === 'test_start') event.test.timeout = noTimeout;
}
