import { jest } from '@jest/globals';
import { outcomeOf } from '../../world/support/outcome';

/** What tests and worker scripts wrote down, in order. */
export const notes: unknown[] = [];

/** Worker scripts import this module of the app; the test and all workers share the one that stands in for it. */
jest.doMock('../app/entry/src/ohosTest/ets/notes', () => ({
  log: (...entries: unknown[]) => void notes.push(...entries),
  attempt: outcomeOf,
}));
