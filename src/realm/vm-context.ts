import { createContext, Script } from 'node:vm';

const emptyScript = new Script('0');

/** A `vm` context with its own globals, intrinsics and promise jobs. */
export class VmContext {
  readonly context: object;
  readonly global: typeof globalThis;

  constructor(name: string) {
    this.context = createContext({}, { name, microtaskMode: 'afterEvaluate' });
    this.global = new Script('globalThis').runInContext(this.context);
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
