import {
  createHypium,
  type HookKind,
  type HypiumModule,
  type HypiumOptions,
  type TestRunner,
} from '../../../src/hypium';

interface Block {
  readonly name: string;
  readonly kind: 'run' | 'skip';
  readonly hooks: { readonly kind: HookKind; readonly run: () => Promise<void> }[];
  readonly children: (Block | Test)[];
}

interface Test {
  readonly name: string;
  readonly kind: 'run' | 'skip';
  readonly run: () => Promise<void>;
}

/** A test runner in a few lines, as Jest is one: what is described is run by {@link RecordingRunner.run}. */
export class RecordingRunner implements TestRunner {
  /** What has become of which test, in order. */
  readonly outcomes: Record<string, string> = {};
  readonly #root: Block = { name: '', kind: 'run', hooks: [], children: [] };
  #current = this.#root;
  #name: string | undefined;

  block(kind: 'run' | 'skip', name: string, define: () => void): void {
    const outer = this.#current;
    const block: Block = { name, kind: outer.kind === 'skip' ? 'skip' : kind, hooks: [], children: [] };
    outer.children.push(block);
    this.#current = block;
    try {
      define();
    } finally {
      this.#current = outer;
    }
  }

  test(kind: 'run' | 'skip', name: string, run: () => Promise<void>): void {
    this.#current.children.push({ kind: this.#current.kind === 'skip' ? 'skip' : kind, name, run });
  }

  hook(kind: HookKind, run: () => Promise<void>): void {
    this.#current.hooks.push({ kind, run });
  }

  currentTestName(): string | undefined {
    return this.#name;
  }

  async run(): Promise<Record<string, string>> {
    await this.#runBlock(this.#root, []);
    return this.outcomes;
  }

  async #runBlock(block: Block, around: readonly Block[]): Promise<void> {
    const blocks = [...around, block];
    await this.#runHooks('beforeAll', [block]);
    for (const child of block.children) {
      if ('run' in child) await this.#runTest(child, blocks);
      else await this.#runBlock(child, blocks);
    }
    await this.#runHooks('afterAll', [block]);
  }

  async #runTest({ name, kind, run }: Test, blocks: readonly Block[]): Promise<void> {
    const names = [...blocks.slice(1).map((block) => block.name), name];
    if (kind === 'skip') {
      this.outcomes[names.join(' ')] = 'skipped';
      return;
    }
    this.#name = names.join(' ');
    await this.#runHooks('beforeEach', blocks);
    this.outcomes[this.#name] = await run().then(() => 'passed', String);
    await this.#runHooks('afterEach', blocks.toReversed());
    this.#name = undefined;
  }

  async #runHooks(kind: HookKind, blocks: readonly Block[]): Promise<void> {
    for (const { hooks } of blocks) {
      for (const hook of hooks) if (hook.kind === kind) await hook.run();
    }
  }
}

/** Describes suites and runs them. Answers what has become of each test. */
export async function runSuites(
  define: (hypium: HypiumModule, runner: RecordingRunner) => void,
  options: HypiumOptions = {},
): Promise<Record<string, string>> {
  const runner = new RecordingRunner();
  define(createHypium(runner, options), runner);
  return runner.run();
}
