import type { Debuggee } from './debuggee';
import type { TestKey, WayBack } from './way-back';

/** What is known of the test that is going on. */
export interface TestInfo extends TestKey {
  /** As it is shown, with the names of the blocks around it. */
  readonly name: string;
  /** The names of the blocks around it, and its own. */
  readonly path: readonly string[];
  /** Where the test file calls `test`, as far as it is known: line and column from 1. */
  readonly place?: { readonly line: number; readonly column: number };
}

/** One test as it is being stepped through. */
export class TestRun {
  /** Ids of the tasks that have been performed. */
  readonly schedule: number[] = [];
  /** How many of them before the test's own function began: in `beforeEach`. */
  before = 0;
  /** What its own function has thrown. */
  failure: string | undefined;
  /** At its first task, or when the test asks to stop. */
  debuggee: Debuggee | undefined;
  /** How many tasks had been performed when the trace began that is going on: it begins anew with the process. */
  traceBegan = 0;
  #process: object | undefined;
  /** How many entries of the trace the clients have. */
  #told = 0;
  #isNew = true;

  constructor(
    readonly info: TestInfo,
    /** Where the test is to come back to. */
    public wayBack: WayBack | undefined,
  ) {}

  get position(): number {
    return this.schedule.length;
  }

  /** To be called before anything is asked of the debuggee. */
  look(debuggee: Debuggee): void {
    this.debuggee = debuggee;
    const { process } = debuggee;
    if (this.#process === process) return;
    this.traceBegan = this.#process === undefined ? 0 : this.position;
    this.#process = process;
    this.#told = 0;
    this.#isNew = true;
  }

  /** What clients have not heard of the trace. */
  news({ entries }: { readonly entries: readonly { readonly seq: number }[] }): { whole: boolean; from: number } {
    const whole = this.#isNew;
    const from = whole ? 0 : entries.findIndex(({ seq }) => seq > this.#told);
    this.#told = entries.at(-1)?.seq ?? this.#told;
    this.#isNew = false;
    return { whole, from: from < 0 ? entries.length : from };
  }
}
