import { createContext, Script } from 'node:vm';

const emptyScript = new Script('0');

/** Compiled once; from outside each of these look-ups would go through an interceptor. */
const intrinsics = new Script('({ global: globalThis, promisePrototype: Promise.prototype })');

/** A `vm` context with its own globals, intrinsics and promise jobs. */
export class VmContext {
  readonly context: object = {};
  readonly global: typeof globalThis;
  /** The prototype of the promises that are made in this context. */
  readonly promisePrototype: object;

  constructor(name: string) {
    createContext(this.context, { name, microtaskMode: 'afterEvaluate' });
    const { global, promisePrototype } = intrinsics.runInContext(this.context);
    this.global = global;
    this.promisePrototype = promisePrototype;
  }

  /**
   * Adds hidden global variables; each value is made when it is first looked at. They are put on the object behind the
   * global one, where no interceptor is in the way.
   */
  defineGlobals(values: Readonly<Record<string, () => unknown>>): void {
    for (const name of Object.keys(values)) this.#defineLazily(name, values[name]);
  }

  #defineLazily(name: string, make: (() => unknown) | undefined): void {
    const settle = (value: unknown): unknown => {
      Object.defineProperty(this.context, name, { value, writable: true, enumerable: false, configurable: true });
      return value;
    };
    Object.defineProperty(this.context, name, {
      get: () => settle(make?.()),
      set: settle,
      enumerable: false,
      configurable: true,
    });
  }

  /** Evaluates a script; the promise jobs that it leaves run before this returns. */
  evaluate(script: Script): unknown {
    return script.runInContext(this.context);
  }

  /** Runs the promise jobs of this context until there are none: an evaluation of nothing does. */
  drain(): void {
    emptyScript.runInContext(this.context);
  }
}
