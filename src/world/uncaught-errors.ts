import { isToolError, preview } from '../base';
import type { RaisedError } from './raised-error';
import { Series } from './series';
import type { TaskView } from './task-view';

/** An error that nobody caught: on a device it would have crashed the app, or gone unnoticed. */
export interface UncaughtError {
  readonly error: unknown;
  /** Name of the worker at fault, `undefined` for code of the main thread. */
  readonly worker: string | undefined;
  /** What was going on. */
  readonly context: string;
  /** The task during which it was thrown; of a rejection, the one whose handler answered the promise. */
  readonly during?: TaskView | undefined;
  /** Where in the project, as `file:line:column`, if that is known. */
  readonly thrownAt?: string | undefined;
}

interface Unseen {
  readonly error: unknown;
  /** What it is in the worker's history. */
  readonly raised: RaisedError | undefined;
  /** It fails the test at its end, not the call that happens to be running. */
  readonly late: boolean;
}

/** Collects uncaught errors until somebody is there to throw them to. */
export class UncaughtErrors {
  readonly #all: Series<UncaughtError>;
  /** Those that have not been thrown to the test, and that it hasn't said it expects. */
  #unseen: Unseen[] = [];
  /** They count as seen, be it that they come here later. */
  readonly #expected = new WeakSet<RaisedError>();

  /** Hears of errors that the test does not expect, as they come; those that are late excepted. */
  listener: (() => void) | undefined;

  /** @param mostKept how many are remembered at least once they have been seen. */
  constructor(mostKept: number) {
    this.#all = new Series(mostKept);
  }

  get all(): readonly UncaughtError[] {
    return this.#all.all;
  }

  /** An error that the next chance is taken to throw. */
  add(uncaught: UncaughtError, raised?: RaisedError): void {
    this.#push(uncaught, raised, { seen: false, late: false });
  }

  /** A promise rejection: too late for the call that caused it. */
  addRejection(uncaught: UncaughtError, raised: RaisedError, failsTest: boolean): void {
    this.#push(uncaught, raised, { seen: !failsTest, late: true });
  }

  /** The test expects this error: it is not thrown to it, nor does it fail it. */
  expect(raised: RaisedError): void {
    this.#expected.add(raised);
    this.#unseen = this.#unseen.filter((unseen) => unseen.raised !== raised);
  }

  isExpected(raised: RaisedError | undefined): boolean {
    return raised !== undefined && this.#expected.has(raised);
  }

  /** Whether a failure of the test is one of these errors. */
  includes(error: unknown): boolean {
    return this.#all.all.some((entry) => entry.error === error);
  }

  /** Throws the first error that nobody has seen yet. */
  throwNext(): void {
    if (this.#unseen.length === 0) return;
    const at = this.#unseen.findIndex(({ late }) => !late);
    const [next] = at < 0 ? [] : this.#unseen.splice(at, 1);
    if (next !== undefined) throw next.error;
  }

  /** The errors that nobody has seen; from now on they count as seen. */
  takeUnseen(): unknown[] {
    return this.#unseen.splice(0).map(({ error }) => error);
  }

  #push(
    uncaught: UncaughtError,
    raised: RaisedError | undefined,
    { seen, late }: { seen: boolean; late: boolean },
  ): void {
    const { worker, context } = uncaught;
    const error = worker === undefined ? uncaught.error : asError(uncaught.error, context);
    this.#all.add({ ...uncaught, error });
    if (seen || this.isExpected(raised)) return;
    this.#unseen.push({ error, raised, late });
    if (!late) this.listener?.();
  }
}

/** An error keeps its class, message and cause, so that tests can compare it; only its printed text tells the context. */
function asError(thrown: unknown, context: string): unknown {
  if (!(thrown instanceof Error)) return new Error(`Uncaught ${preview(thrown)}: ${context}`);
  if (isToolError(thrown)) return thrown;
  const { stack = '' } = thrown;
  const header = String(thrown);
  const value = stack.startsWith(header)
    ? `${header}\n  ${context}${stack.slice(header.length)}`
    : `${context}\n${stack}`;
  Object.defineProperty(thrown, 'stack', { value, writable: true, configurable: true, enumerable: false });
  return thrown;
}
