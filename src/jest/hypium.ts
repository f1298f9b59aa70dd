import { createHypium, type HypiumOptions, noTestRunner } from '../hypium';
import type { JestBridge } from './bridge';
import { bridgeKey, platformImportKey } from './bridge-keys';
import { jestTestRunner } from './jest-test-runner';

export { ArgumentMatchers, DEFAULT, Level, MockKit, Size, TestType, when } from '../hypium';

type Anchor = { readonly [platformImportKey]?: unknown; readonly [bridgeKey]?: JestBridge };

/** What `@ohos/hypium` maps to. In a worker, which may import test files, suites can be described, and none runs. */
export const {
  describe,
  xdescribe,
  it,
  xit,
  beforeAll,
  beforeEach,
  afterEach,
  afterAll,
  beforeItSpecified,
  afterItSpecified,
  expect,
  SysTestKit,
  Hypium,
} = isInWorker() ? createHypium(noTestRunner, {}) : hypiumInTest();

function isInWorker(): boolean {
  return (globalThis as Anchor)[platformImportKey] !== undefined;
}

/** Tests of a device wait and look again: they need workers that go on by themselves. */
function hypiumInTest(): ReturnType<typeof createHypium> {
  const { engine } = require('./engine') as typeof import('./engine');
  const { workers, world } = engine();
  workers.mode = 'auto';
  const hypium = createHypium(jestTestRunner(world), optionsIn(world.surroundings.options));
  const bridge = (globalThis as Anchor)[bridgeKey];
  if (bridge !== undefined) {
    bridge.testFileLoaded = (exports) => {
      if (typeof exports.default === 'function')
        hypium.Hypium.hypiumTest(undefined, undefined, exports.default as () => unknown);
    };
  }
  return hypium;
}

/** They have been checked with the others. */
function optionsIn(options: unknown): HypiumOptions {
  return (options as { hypium?: HypiumOptions } | undefined)?.hypium ?? {};
}
