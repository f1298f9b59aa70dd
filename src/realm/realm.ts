/** A line of a source file, as its author wrote it: after source maps. */
export interface SourcePosition {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Where one worker's code runs: globals, module registry and microtask queue of its own, as far as it is isolated. */
export interface Realm {
  /** False for a realm that has a module registry of its own but shares everything else with the test. */
  readonly isolated: boolean;
  readonly global: object;
  /** What the guest script exports, evaluated in this realm. */
  readonly guest: unknown;
  /** Adds hidden global variables; each value is made when it is first looked at. */
  defineGlobals(values: Readonly<Record<string, () => unknown>>): void;
  /**
   * Evaluates a script with everything it imports; throws what it throws. A script that awaits at its top level throws
   * nothing: its errors go to `claim`, and those that it refuses stay unhandled rejections; its promise is answered.
   */
  run(file: string, claim: (error: unknown) => boolean): unknown;
  /** This realm's instance of a module, loaded if need be, named as an import in the worker's script would. */
  require(name: string): unknown;
  /** Runs the promise jobs of this realm until there are none. Does nothing where the realm has no queue of its own. */
  drain(): void;
  /** The frames of user code on the stack of an error made in this realm, innermost first. */
  framesOf(error: unknown): readonly SourcePosition[];
  /** Whether a failure of `run` came from reading or compiling the source rather than from running it. */
  isLoadFailure(error: unknown): boolean;
  /** Lets go of everything. The realm's code may still be on the stack; it can load no more modules. */
  dispose(): void;
}

/** What the module that `@ohos.worker` maps to finds in a realm. */
export interface RealmRequest {
  /** Shown by debuggers and profilers. */
  readonly name: string;
  readonly file: string;
  /** What an import of a module of the platform gives in the realm. */
  readonly importOf: (name: string) => object;
  /** Throws for a module that code of the realm may not import. */
  readonly assertImportable: (name: string) => void;
}
