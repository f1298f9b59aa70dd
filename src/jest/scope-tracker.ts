import type { Circus } from '@jest/types';

/** A stretch of a test file during which workers may live. A test's scope lies within its describe block's. */
export interface Scope {
  readonly kind: 'file' | 'describe' | 'test';
  /** With the names of the blocks around it; empty for the file. */
  readonly name: string;
  /** A test that passes by failing: `test.failing`. */
  readonly failing?: boolean;
}

/** Who is told when scopes end. */
export interface ScopeListener {
  /** A test function is over, its hooks aren't; answers whether unhandled rejections may still be on their way. */
  mayStillReject(): boolean;
  /**
   * Everything of the scope is over. Answers the errors that it fails with.
   *
   * @param failures what it has failed with already; they may be explained in place.
   */
  scopeEnded(scope: Scope, failures: unknown[]): readonly unknown[];
}

interface OpenScope extends Scope {
  /** The test or describe block of Circus; `undefined` for the file. */
  readonly owner: object | undefined;
}

/** Follows Circus through the test file, so that a worker lives as long as the scope that made it. */
export class ScopeTracker {
  listener: ScopeListener | undefined;
  /** Whether some tests of the file run at the same time. */
  hasConcurrentTests = false;
  readonly #file: OpenScope = { kind: 'file', name: '', owner: undefined };
  readonly #open: OpenScope[] = [this.#file];

  constructor(private readonly nextTurn: () => Promise<void>) {}

  /** The innermost scope that was opened last and is still open. */
  get current(): Scope {
    return this.#open.at(-1) ?? this.#file;
  }

  /** To be called with every event of Circus, after Circus itself has handled it. */
  handle(event: Circus.SyncEvent | Circus.AsyncEvent, state: Circus.State): Promise<void> | undefined {
    switch (event.name) {
      case 'add_test':
        this.hasConcurrentTests ||= event.concurrent;
        return undefined;
      case 'run_describe_start':
        if (event.describeBlock.parent !== undefined) this.#begin('describe', event.describeBlock);
        return undefined;
      case 'run_describe_finish':
        this.#end(event.describeBlock, state.unhandledErrors);
        return undefined;
      case 'run_finish':
        this.#end(undefined, state.unhandledErrors);
        return undefined;
      case 'test_start':
        this.#begin('test', event.test);
        return undefined;
      case 'test_fn_success':
      case 'test_fn_failure':
        return this.listener?.mayStillReject() ? this.nextTurn() : undefined;
      // A test that doesn't run begins all the same, and is never done.
      case 'test_skip':
      case 'test_todo':
        this.#end(event.test, []);
        return undefined;
      case 'test_done':
        this.#end(event.test, event.test.errors);
        return undefined;
      default:
        return undefined;
    }
  }

  /** The test file is over. */
  end(): void {
    for (const scope of this.#open.splice(0).reverse()) this.listener?.scopeEnded(scope, givenUp());
    this.listener = undefined;
  }

  #begin(kind: Scope['kind'], owner: Circus.TestEntry | Circus.DescribeBlock): void {
    const failing = 'failing' in owner && owner.failing === true;
    this.#open.push({ kind, name: pathOf(owner).join(' › '), failing, owner });
  }

  /** `failures` are Circus's own list. */
  #end(owner: object | undefined, failures: unknown[]): void {
    const at = this.#open.findLastIndex((scope) => scope.owner === owner);
    const [scope] = at < 0 ? [] : this.#open.splice(at, 1);
    if (scope === undefined) return;
    const further = this.listener?.scopeEnded(scope, failures) ?? [];
    failures.push(...further);
  }
}

/** Its name, after those of the blocks around it. */
export function pathOf(owner: Circus.TestEntry | Circus.DescribeBlock): string[] {
  const names = [owner.name];
  for (let at = owner.parent; at?.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names;
}

/** Of a file that has not come to its end nothing more is to be said. */
function givenUp(): unknown[] {
  return [new Error('the test file was given up')];
}
