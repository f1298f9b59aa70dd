import { DataDriver, type HypiumData } from './data-driver';
import { type CustomAssertion, Expectations } from './expect';
import { FailedAssertions } from './failed-assertions';
import type { HypiumFilter } from './filter';
import { Suites } from './suites';
import { createSysTestKit, needsDevice } from './sys-test-kit';
import type { TestFunction } from './test-function';
import type { TestRunner } from './test-runner';

/** Settings of device tests; in Jest's config under `globals.fakeOhosWorker.hypium`. */
export interface HypiumOptions extends HypiumFilter {
  /** As for `Hypium.setData`. */
  readonly data?: HypiumData;
}

/** The module `@ohos/hypium`, for one realm, without the parts that have no state. */
export function createHypium(runner: TestRunner, { data, ...filter }: HypiumOptions) {
  const driver = new DataDriver();
  if (data !== undefined) driver.setData(data);
  const failed = new FailedAssertions();
  const suites = new Suites(watched(runner, failed), filter, driver);
  const expectations = new Expectations(failed.add);
  return {
    describe: (name: string, define: () => unknown): void => suites.describe('run', name, define),
    xdescribe: withReason((name: string, define: () => unknown): void => suites.describe('skip', name, define)),
    it: (name: string, attributes: number, fn: TestFunction): void => suites.test('run', name, attributes, fn),
    xit: withReason((name: string, attributes: number, fn: TestFunction): void =>
      suites.test('skip', name, attributes, fn),
    ),
    beforeAll: (fn: TestFunction): void => suites.hook('beforeAll', fn),
    beforeEach: (fn: TestFunction): void => suites.hook('beforeEach', fn),
    afterEach: (fn: TestFunction): void => suites.hook('afterEach', fn),
    afterAll: (fn: TestFunction): void => suites.hook('afterAll', fn),
    beforeItSpecified: (names: string | readonly string[], fn: TestFunction): void =>
      suites.hookForSome('beforeEach', names, fn),
    afterItSpecified: (names: string | readonly string[], fn: TestFunction): void =>
      suites.hookForSome('afterEach', names, fn),
    expect: expectations.expect,
    SysTestKit: createSysTestKit({
      get running() {
        return suites.running;
      },
      print: (line) => console.info(line),
    }),
    Hypium: {
      /** How often suites and tests run, and with which parameters: of those that are described later. */
      setData: (given: HypiumData): void => driver.setData(given),
      /** For devices whose clock a test sets; here it has no effect. */
      setTimeConfig: (_systemTime: unknown): void => undefined,
      registerAssert: (assertion: CustomAssertion): void => expectations.register(assertion),
      unregisterAssert: (assertion: string | CustomAssertion): void => expectations.unregister(assertion),
      /** Runs a function that describes suites, as a device's test runner does. */
      hypiumTest: (_delegator: unknown, _args: unknown, testsuite: () => unknown): void => {
        testsuite();
      },
      hypiumInitWorkers: (): never => {
        throw suitesInWorkers('hypiumInitWorkers');
      },
      hypiumWorkerTest: (): never => {
        throw suitesInWorkers('hypiumWorkerTest');
      },
    },
  };
}

export type HypiumModule = ReturnType<typeof createHypium>;

/** Tests and hooks also fail with what they catch. */
function watched(runner: TestRunner, failed: FailedAssertions): TestRunner {
  return {
    block: (...block) => runner.block(...block),
    test: (kind, name, run) => runner.test(kind, name, () => failed.during(run)),
    hook: (kind, run) => runner.hook(kind, () => failed.during(run)),
    currentTestName: () => runner.currentTestName(),
  };
}

/** A skipped block or test may say why: `xit.reason('not yet')('name', 0, fn)`. */
function withReason<A extends [name: string, ...unknown[]]>(skip: (...args: A) => void) {
  const reason =
    (why: string) =>
    (...[name, ...rest]: A): void =>
      skip(...([`${name} (${why})`, ...rest] as unknown as A));
  return Object.assign(skip, { reason });
}

function suitesInWorkers(name: string): Error {
  return needsDevice(
    `Hypium.${name} runs suites in the workers of a device, and there is none`,
    'let Jest run the test files: it has processes of its own for them (--maxWorkers).',
  );
}
