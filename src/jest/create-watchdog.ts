import { join } from 'node:path';
import { Watchdog } from '../realm';
import { ownFolder } from './own-files';

let shared: Watchdog | undefined;

/** One thread serves all test files of a process. */
export function processWatchdog(): Watchdog {
  shared ??= createWatchdog();
  return shared;
}

export function createWatchdog(): Watchdog {
  return new Watchdog(join(ownFolder, 'watchdog.js'), join(ownFolder, 'guarded-call.js'));
}
