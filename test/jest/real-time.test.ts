import { afterEach, expect, it, jest } from '@jest/globals';
import { realTime } from '../../src/jest/real-time';

afterEach(() => {
  jest.useRealTimers();
});

it('real time is what it is, whatever the test has faked', async () => {
  jest.useFakeTimers({ now: 0 });
  const [date, now] = [realTime.date(), realTime.now()];
  await realTime.nextTurn();
  await new Promise<void>((resolve) => void realTime.later(1, resolve));
  expect(Date.now()).toBe(0);
  expect(date).toBeGreaterThan(Date.UTC(2026, 0, 1));
  expect(realTime.now()).toBeGreaterThan(now);
});
