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
  /** Everything of the scope is over. Answers the errors that a test fails with, if they can still be reported. */
  scopeEnded(scope: Scope, reportErrors: boolean): readonly unknown[];
}

/** Follows Circus through the test file, so that a worker lives as long as the scope that made it. */
export class ScopeTracker {
  listener: ScopeListener | undefined;
  readonly #open: Scope[] = [{ kind: 'file', name: '' }];

  constructor(private readonly nextTurn: () => Promise<void>) {}

  get current(): Scope {
    return this.#open[this.#open.length - 1] as Scope;
  }

  /** To be called with every event of Circus, after Circus itself has handled it. */
  handle(event: Circus.SyncEvent | Circus.AsyncEvent): Promise<void> | undefined {
    switch (event.name) {
      case 'run_describe_start':
        if (event.describeBlock.parent !== undefined) this.#push('describe', event.describeBlock.name);
        return undefined;
      case 'run_describe_finish':
        if (event.describeBlock.parent !== undefined) this.#pop(false);
        return undefined;
      case 'test_start':
        this.#push('test', event.test.name);
        return undefined;
      case 'test_fn_success':
      case 'test_fn_failure':
        return this.listener?.mayStillReject() ? this.nextTurn() : undefined;
      case 'test_done':
        event.test.errors.push(...(this.#pop(true) as Circus.TestError[]));
        return undefined;
      default:
        return undefined;
    }
  }

  /** The test file is over. */
  end(): void {
    while (this.#open.length > 0) this.#pop(false);
    this.listener = undefined;
  }

  #push(kind: Scope['kind'], name: string): void {
    this.#open.push({ kind, name });
  }

  #pop(reportErrors: boolean): readonly unknown[] {
    const scope = this.#open.pop();
    if (scope === undefined || this.listener === undefined) return [];
    return this.listener.scopeEnded(scope, reportErrors);
  }
}
