import '../../../src/jest/matchers/matcher-types';

/** As much of the types of `@types/jest` as shows that matchers are added to those. */
declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: declarations only merge when their type parameters are the same
    interface Matchers<R, T = {}> {
      toBe(value: unknown): R;
    }
  }
  const expect: (value: unknown) => jest.Matchers<void>;
}

declare const wk: object;

expect(wk).toBe(wk);
expect(wk).toHaveReceivedMessageTimes(2, 'message');
expect(wk).toHaveDropped('message', { reason: 'exited' });
expect(wk).toHaveRaisedError(/text/);

// @ts-expect-error there are two exit codes
expect(wk).toHaveExitedWith(2);
// @ts-expect-error it takes no argument
expect(wk).toBeIdle(true);
