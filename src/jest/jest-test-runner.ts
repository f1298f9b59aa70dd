import type { TestRunner } from '../hypium';
import type { World } from '../world';

/** Jest's functions in the test's realm, also with `injectGlobals: false`. */
export function jestTestRunner(world: World): TestRunner {
  const jest = require('@jest/globals') as typeof import('@jest/globals');
  return {
    block: (kind, name, define) => (kind === 'run' ? jest.describe : jest.describe.skip)(name, define),
    test: (kind, name, run) => (kind === 'run' ? jest.test : jest.test.skip)(name, () => untilUncaught(world, run)),
    hook: (kind, run) => jest[kind](run),
    currentTestName: () => jest.expect.getState().currentTestName,
  };
}

/** An assertion that fails in a worker's handler ends the test, rather than letting it wait until its time is up. */
function untilUncaught({ session: { uncaught } }: World, run: () => Promise<void>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    uncaught.listener = () => {
      try {
        uncaught.throwNext();
      } catch (error) {
        reject(error);
      }
    };
    run().then(resolve, reject);
  }).finally(() => {
    uncaught.listener = undefined;
  });
}
