/** What suites are registered with. Hooks and tests belong to the block whose callback is running. */
export interface TestRunner {
  block(kind: 'run' | 'skip', name: string, define: () => void): void;
  test(kind: 'run' | 'skip', name: string, run: () => Promise<void>): void;
  hook(kind: HookKind, run: () => Promise<void>): void;
  /** The names of the blocks around the running test and its own, joined by spaces. */
  currentTestName(): string | undefined;
}

export type HookKind = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

/** Where nobody runs tests, such as in a worker: suites may be described, and nothing comes of it. */
export const noTestRunner: TestRunner = {
  block: () => undefined,
  test: () => undefined,
  hook: () => undefined,
  currentTestName: () => undefined,
};
