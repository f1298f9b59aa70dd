import { types } from 'node:util';
import type { DataDriver } from './data-driver';
import { type HypiumFilter, isSelected } from './filter';
import { misuse } from './misuse';
import { Suite } from './suite';
import { runTestFunction, type TestFunction } from './test-function';
import type { HookKind, TestRunner } from './test-runner';

/** A test as its suite knows it. */
export interface KnownTest {
  readonly suite: Suite;
  readonly name: string;
  readonly attributes: number;
}

type Kind = 'run' | 'skip';

/** `describe`, `it` and the hooks, on a test runner. */
export class Suites {
  /** By the names of the blocks and the test, joined by spaces. */
  readonly #tests = new Map<string, KnownTest>();
  readonly #file = new Suite([], '');
  #current = this.#file;
  /** The suites whose `async` callbacks are still going on after the file has been read. */
  readonly #late = new Set<string>();

  constructor(
    private readonly runner: TestRunner,
    private readonly filter: HypiumFilter,
    private readonly driver: DataDriver,
  ) {}

  /** The test that is running, or whose hooks are. */
  get running(): KnownTest | undefined {
    const name = this.runner.currentTestName();
    if (name === undefined) return undefined;
    const known = this.#tests.get(name);
    // Blocks of the test runner's own may be around ours.
    return known ?? [...this.#tests].find(([ours]) => name.endsWith(` ${ours}`))?.[1];
  }

  describe(kind: Kind, name: string, define: () => unknown): void {
    this.#assertInTime(`the suite ${JSON.stringify(name)}`);
    for (const label of this.driver.suiteLabels(name)) {
      this.runner.block(kind, name + label, () => this.#define(name, name + label, define));
    }
  }

  test(kind: Kind, name: string, attributes: number, fn: TestFunction): void {
    this.#assertInTime(`the test ${JSON.stringify(name)}`);
    const suite = this.#current;
    suite.addTest();
    const selected = kind === 'run' && isSelected(attributes, this.filter) ? 'run' : 'skip';
    for (const { label, data } of this.driver.runs(suite.name, name)) {
      this.#tests.set([...suite.path, name + label].join(' '), { suite, name, attributes });
      this.runner.test(selected, name + label, () => runTestFunction(fn, data));
    }
  }

  hook(kind: HookKind, fn: TestFunction): void {
    this.#assertInTime(`a hook (${kind})`);
    if (this.#current === this.#file) this.runner.hook(kind, () => runTestFunction(fn));
    else this.#current.addHook(kind, fn);
  }

  hookForSome(kind: 'beforeEach' | 'afterEach', names: string | readonly string[], fn: TestFunction): void {
    this.#assertInTime(`a hook (${kind})`);
    const suite = this.#current;
    const tests = [names].flat();
    if (suite !== this.#file) suite.addSpecifiedHook({ kind, tests, fn });
    else {
      this.runner.hook(kind, async () => {
        if (this.#isRunning(suite, tests)) await runTestFunction(fn);
      });
    }
  }

  #define(name: string, shownName: string, define: () => unknown): void {
    const outer = this.#current;
    const suite = new Suite([...outer.path, shownName], name);
    this.#current = suite;
    try {
      this.#watch(name, define); // If it is `async` and fails, the rejection is nobody's, which the test runner reports.
    } finally {
      this.#current = outer;
    }
    suite.registerHooks(this.runner, (tests) => this.#isRunning(suite, tests));
    if (suite.hasTests) outer.addTest();
  }

  /** Everything after the first `await` of an `async` callback comes too late. */
  #watch(name: string, define: () => unknown): void {
    let result: unknown;
    // Asked for before the callback's own jobs, so that it comes before them.
    void Promise.resolve().then(() => {
      if (!types.isPromise(result)) return;
      this.#late.add(name);
      void result.finally(() => this.#late.delete(name)); // Rejects as well, for the test runner.
    });
    result = define();
  }

  #assertInTime(what: string): void {
    const [suite] = this.#late;
    if (suite === undefined || this.#current !== this.#file) return;
    throw misuse(
      `Cannot add ${what} to the suite ${JSON.stringify(suite)} after an await`,
      'tests are defined at once: let beforeAll() wait for what they need.',
    );
  }

  #isRunning(suite: Suite, tests: readonly string[]): boolean {
    const { running } = this;
    return running !== undefined && running.suite === suite && tests.includes(running.name);
  }
}
