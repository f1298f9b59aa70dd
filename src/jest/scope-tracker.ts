import type { Circus } from '@jest/types';

/** A stretch of a test file during which workers may live. A test's scope lies within its describe block's. */
export interface Scope {
  readonly kind: 'file' | 'describe' | 'test';
  readonly name: string;
}

/** Who is told when scopes end. */
export interface ScopeListener {
  /** A test function is over, its hooks aren't; answers whether unhandled rejections may still be on their way. */
  mayStillReject(): boolean;
  /** Everything of the scope is over. Answers the errors that it fails with. */
  scopeEnded(scope: Scope): readonly unknown[];
}

interface OpenScope extends Scope {
  /** The test or describe block of Circus; `undefined` for the file. */
  readonly owner: object | undefined;
}

/** Follows Circus through the test file, so that a worker lives as long as the scope that made it. */
export class ScopeTracker {
  listener: ScopeListener | undefined;
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
      case 'run_describe_start':
        if (event.describeBlock.parent !== undefined) this.#begin('describe', event.describeBlock);
        return undefined;
      case 'run_describe_finish':
        state.unhandledErrors.push(...(this.#end(event.describeBlock) as Circus.Exception[]));
        return undefined;
      case 'run_finish':
        state.unhandledErrors.push(...(this.#end(undefined) as Circus.Exception[]));
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
        this.#end(event.test);
        return undefined;
      case 'test_done':
        event.test.errors.push(...(this.#end(event.test) as Circus.TestError[]));
        return undefined;
      default:
        return undefined;
    }
  }

  /** The test file is over. */
  end(): void {
    for (const scope of this.#open.splice(0).reverse()) this.listener?.scopeEnded(scope);
    this.listener = undefined;
  }

  #begin(kind: Scope['kind'], owner: Circus.TestEntry | Circus.DescribeBlock): void {
    this.#open.push({ kind, name: owner.name, owner });
  }

  #end(owner: object | undefined): readonly unknown[] {
    const at = this.#open.findLastIndex((scope) => scope.owner === owner);
    const [scope] = at < 0 ? [] : this.#open.splice(at, 1);
    return scope === undefined ? [] : (this.listener?.scopeEnded(scope) ?? []);
  }
}
