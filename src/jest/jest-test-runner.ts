import type { TestRunner } from '../hypium';

/** Jest's functions in the test's realm, also with `injectGlobals: false`. */
export function jestTestRunner(): TestRunner {
  const jest = require('@jest/globals') as typeof import('@jest/globals');
  return {
    block: (kind, name, define) => (kind === 'run' ? jest.describe : jest.describe.skip)(name, define),
    test: (kind, name, run) => (kind === 'run' ? jest.test : jest.test.skip)(name, run),
    hook: (kind, run) => jest[kind](run),
    currentTestName: () => jest.expect.getState().currentTestName,
  };
}
