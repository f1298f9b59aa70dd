import { runTestFunction, type TestFunction } from './test-function';
import type { HookKind, TestRunner } from './test-runner';

/** A hook for some tests of a suite, by their names. */
interface SpecifiedHook {
  readonly kind: 'beforeEach' | 'afterEach';
  readonly tests: readonly string[];
  readonly fn: TestFunction;
}

/** One `describe` block while it is being defined, or the file around all of them. */
export class Suite {
  readonly #specified: SpecifiedHook[] = [];
  readonly #hooks: { readonly kind: HookKind; readonly fn: TestFunction }[] = [];
  #hasTests = false;

  constructor(
    /** The names of the blocks around it and its own. */
    readonly path: readonly string[],
    readonly name: string,
  ) {}

  /** That it has a test, or a suite that has one: without, there is nothing that hooks could belong to. */
  addTest(): void {
    this.#hasTests = true;
  }

  get hasTests(): boolean {
    return this.#hasTests;
  }

  addHook(kind: HookKind, fn: TestFunction): void {
    this.#hooks.push({ kind, fn });
  }

  addSpecifiedHook(hook: SpecifiedHook): void {
    this.#specified.push(hook);
  }

  /** Hands the hooks over. Those for some tests come before the others. */
  registerHooks(runner: TestRunner, isRunning: (tests: readonly string[]) => boolean): void {
    if (!this.#hasTests) return;
    for (const { kind, tests, fn } of this.#specified) {
      runner.hook(kind, async () => {
        if (isRunning(tests)) await runTestFunction(fn);
      });
    }
    for (const { kind, fn } of this.#hooks) runner.hook(kind, () => runTestFunction(fn));
  }
}
