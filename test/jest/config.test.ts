import { expect, it } from '@jest/globals';
import { withFakeOhosWorker } from '../../src/jest/config';

it.each<[unknown, string]>([
  [undefined, 'undefined'],
  [() => ({}), '[Function (anonymous)]'],
  [Promise.resolve(1), 'Promise {}'],
])('withFakeOhosWorker refuses %p, which is no config', (given, shown) => {
  expect(() => withFakeOhosWorker(given as never)).toThrow(
    new Error(
      [
        `withFakeOhosWorker() was given no Jest config but ${shown} [FOW_BAD_OPTION]`,
        '  - expected: an object, as Jest takes it',
        'Hint: call a function that makes the config, and await a promise of it, before: withFakeOhosWorker(await config()).',
      ].join('\n'),
    ),
  );
});

it('withFakeOhosWorker adds the options of the world to the globals of the config', () => {
  const config = withFakeOhosWorker({ globals: { mine: 1 } }, { leaks: 'fail' });
  expect(config.globals).toEqual({ mine: 1, fakeOhosWorker: { leaks: 'fail' } });
});
