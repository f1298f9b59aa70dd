import { executionAsyncId } from 'node:async_hooks';
import { Session } from 'node:inspector';

/** How a call ended: what ran in it has returned, or V8 was told to end it. */
export type Ending<T> = { readonly cut: false; readonly value: T } | { readonly cut: true };

const key = Symbol.for('fake-ohos-worker.guarded');

/** The global object that the inspector evaluates in, from whatever realm this runs in: that of Node's modules. */
const nodeGlobal = (Session as unknown as { constructor: FunctionConstructor }).constructor('return globalThis')() as {
  [key]?: (() => void) | undefined;
  readonly process: { noDeprecation?: boolean | undefined; binding(name: string): AsyncWrap };
};

/**
 * Calls in which V8 can be told to end what runs: it unwinds the stack, past every `catch` and `finally`, down to the
 * call of the inspector that is made here. That costs a tenth of what a `timeout` of `vm` does, which starts a thread
 * for each call.
 */
export class InterruptibleCalls {
  readonly #session = new Session();
  readonly #request: { readonly expression: string; readonly silent: true };

  /** @param file the name that the call of the inspector has on stacks. */
  constructor(file: string) {
    this.#request = {
      expression: `globalThis[Symbol.for('${key.description}')]()\n//# sourceURL=${file}`,
      silent: true,
    };
    this.#session.connect();
  }

  /** Throws what `body` throws. Answers nothing if the inspector has not called it. */
  call<T>(body: () => T): Ending<T> | undefined {
    const asyncId = executionAsyncId();
    let begun = false;
    let end: (() => T) | undefined;
    nodeGlobal[key] = () => {
      begun = true;
      try {
        const value = body();
        end = () => value;
      } catch (error) {
        end = () => {
          throw error;
        };
      }
    };
    try {
      this.#session.post('Runtime.evaluate', this.#request);
    } finally {
      nodeGlobal[key] = undefined; // It would keep the realm of the test in memory.
    }
    if (end !== undefined) return { cut: false, value: (end as () => T)() };
    if (!begun) return undefined;
    closeAsyncContexts(asyncId);
    return { cut: true };
  }

  close(): void {
    this.#session.disconnect();
  }
}

/** Node's own book of async contexts, as far as we need it. Node 24, which has async hooks for debugging only, hides it. */
interface AsyncWrap {
  popAsyncContext(asyncId: number): boolean;
}

/**
 * Where async hooks are on, a promise job that was cut off has entered a context and never left it, and Node ends the
 * process as soon as it notices.
 */
function closeAsyncContexts(outer: number): void {
  if (executionAsyncId() === outer) return;
  try {
    const contexts = asyncWrap();
    while (executionAsyncId() !== outer && contexts.popAsyncContext(executionAsyncId()));
  } catch {
    // Then it can't be done.
  }
}

/** Node warns of whoever asks for it, by DEP0111. The user can do nothing about that. */
function asyncWrap(): AsyncWrap {
  const { process } = nodeGlobal;
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return process.binding('async_wrap');
  } finally {
    process.noDeprecation = noDeprecation;
  }
}
