import { execFileSync } from 'node:child_process';
import { Script } from 'node:vm';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Watchdog } from '../../src/realm';
import { bundle } from '../world/support/bundle';

const limit = 60;
const thread = {
  get code() {
    return bundle('src/realm/watchdog-thread.ts');
  },
};
const patient = new Watchdog(thread, 'guarded-call.js');
/** Cuts off at once what doesn't pause at once. */
const impatient = new Watchdog(thread, 'guarded-call.js', 1);

afterAll(() => {
  for (const watchdog of [patient, impatient]) watchdog.close();
});

/** Calls code of the user's, as the rules do. */
function guard<T>(watchdog: Watchdog, body: () => T) {
  return watchdog.guard(limit, () => {
    const outer = watchdog.enter();
    try {
      return body();
    } finally {
      watchdog.leave(outer);
    }
  });
}

function forEver(body: () => void): never {
  for (;;) body();
}

/** Goes on at once when it is told to end, but not to pause. */
function block(seconds: number): void {
  execFileSync('sleep', [String(seconds)]);
}

const long = Array.from({ length: 50_000 }, (_, index) => (index * 7_919) % 50_021);
const text = JSON.stringify(long);

describe('a guarded call', () => {
  it.each<[string, () => void]>([
    ['does nothing', () => undefined],
    ['sorts', () => void [...long].sort()],
    ['parses', () => void JSON.parse(text)],
    ['is in native code', () => block(0.02)],
    [
      'catches everything',
      () => {
        try {
          forEver(() => undefined);
        } catch {
          forEver(() => undefined);
        }
      },
    ],
  ])('is cut off in a loop that %s, and the next one is not', (_, body) => {
    for (const watchdog of [patient, impatient]) {
      expect(guard(watchdog, () => forEver(body))).toMatchObject({ cut: true });
      expect(guard(watchdog, () => 'next')).toEqual({ cut: false, value: 'next' });
    }
  });

  it('is cut off once when native code keeps it from pausing until it has been ended', () => {
    const late = () => {
      block(0.5);
      forEver(() => undefined);
    };
    for (const watchdog of [patient, impatient]) {
      expect(guard(watchdog, late)).toMatchObject({ cut: true });
      for (let count = 0; count < 3; count++)
        expect(guard(watchdog, () => count)).toEqual({ cut: false, value: count });
    }
  });

  it('is cut off when many scripts are loaded', () => {
    const scripts = Array.from({ length: 3_000 }, (_, index) => new Script(`${index}`));
    expect(guard(patient, () => forEver(() => undefined))).toMatchObject({ cut: true, frames: expect.anything() });
    expect(guard(patient, () => scripts.at(-1)?.runInThisContext())).toEqual({ cut: false, value: 2_999 });
  });

  it('tells the frames of what is cut off, the innermost first', () => {
    const end = guard(patient, () => forEver(() => undefined));
    expect(end.cut && end.frames.some(({ file }) => file.endsWith('watchdog.test.ts'))).toBe(true);
  });

  it('is not harmed by the end of one that took about as long as it may', () => {
    for (let call = 0; call < 10; call++) {
      const end = performance.now() + limit * (1 + call / 40);
      guard(patient, () => {
        while (performance.now() < end);
      });
      expect(guard(patient, () => call)).toEqual({ cut: false, value: call });
    }
  });

  it('is cut off in code of ours at last, such as in a getter that is copied', () => {
    const end = guard(patient, () => patient.shield(() => forEver(() => undefined)));
    expect(end).toMatchObject({ cut: true });
    expect(guard(patient, () => patient.shield(() => 'next'))).toEqual({ cut: false, value: 'next' });
  });

  it('is not cut off while time does not count', () => {
    const wait = () => block((limit * 3) / 1_000);
    expect(guard(patient, () => patient.pause(wait))).toEqual({ cut: false, value: undefined });
  });

  it('throws what its body throws', () => {
    const boom = () => {
      throw new RangeError('boom');
    };
    expect(() => guard(patient, boom)).toThrow(RangeError);
    expect(guard(patient, () => 'next')).toEqual({ cut: false, value: 'next' });
  });
});
