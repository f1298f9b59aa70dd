import { expect, it } from '@jest/globals';
import type { Config } from '@jest/types';
import { describeProblem } from '../../src/base';
import { shadowedMapping } from '../../src/jest/own-mappings';

const configWith = (...moduleNameMapper: Config.ProjectConfig['moduleNameMapper']) =>
  ({ moduleNameMapper }) as Config.ProjectConfig;

it('a pattern of the user that comes before ours is told', () => {
  const problem = shadowedMapping(configWith(['^@ohos\\.(.*)$', '<rootDir>/stubs/$1.ts']));
  expect(problem === undefined ? '' : describeProblem(problem)).toBe(
    [
      "'@ohos.worker' does not reach the fake: another entry of moduleNameMapper comes first [FOW_MAPPER_SHADOWED]",
      '  - it maps to: <rootDir>/stubs/$1.ts',
      'Hint: wrap the config in withFakeOhosWorker(), which puts its entries first, or let the pattern spare "worker".',
    ].join('\n'),
  );
});

it('a pattern that comes after ours is none', () => {
  const ours: [string, string] = ['^@ohos\\.worker$', 'fake-ohos-worker/ohos-worker'];
  expect(shadowedMapping(configWith(ours, ['^@ohos\\.(.*)$', 'stubs/$1.ts']))).toBeUndefined();
});
