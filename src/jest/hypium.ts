import { createHypium, type HypiumModule, type HypiumOptions, noTestRunner, type TestRunner } from '../hypium';
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
} = hypiumHere(globalThis as Anchor);

function hypiumHere(anchor: Anchor): HypiumModule {
  if (anchor[platformImportKey] !== undefined) return createHypium(noTestRunner, {});
  const { engine } = require('./engine') as typeof import('./engine');
  const { workers, world, imports } = engine();
  // A worker without a realm of its own is being loaded.
  if (imports.answer('@ohos.worker') !== undefined) return createHypium(noTestRunner, {});
  let isDeviceTest = false;
  const runner = onFirstUse(jestTestRunner(world), () => {
    isDeviceTest = true;
    // Tests of a device wait and look again: they need workers that go on by themselves.
    workers.mode = 'auto';
  });
  const hypium = createHypium(runner, optionsIn(world.surroundings.options));
  const bridge = anchor[bridgeKey];
  if (bridge !== undefined) {
    bridge.testFileLoaded = ({ default: suite }, hasTests) => {
      // A test file of Jest may have a default export of its own, and take no more than mocks from hypium.
      if (hasTests && !isDeviceTest) return;
      if (typeof suite === 'function' && !isClass(suite)) hypium.Hypium.hypiumTest(undefined, undefined, () => suite());
    };
  }
  return hypium;
}

/** Calls `listener` when the first block, test or hook is defined. */
function onFirstUse(runner: TestRunner, listener: () => void): TestRunner {
  let isUsed = false;
  const use = () => {
    if (!isUsed) listener();
    isUsed = true;
    return runner;
  };
  return {
    block: (...block) => use().block(...block),
    test: (...test) => use().test(...test),
    hook: (...hook) => use().hook(...hook),
    currentTestName: () => runner.currentTestName(),
  };
}

function isClass(fn: object): boolean {
  return /^class\b/.test(Function.prototype.toString.call(fn));
}

/** They have been checked with the others. */
function optionsIn(options: unknown): HypiumOptions {
  return (options as { hypium?: HypiumOptions } | undefined)?.hypium ?? {};
}
