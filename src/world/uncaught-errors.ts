import { isToolError, preview } from '../base';
import type { Uncaught } from '../ohos';
import { errorText, type RaisedError } from './raised-error';

/** An error that nobody caught: on a device it would have crashed the app, or gone unnoticed. */
export interface UncaughtError {
  readonly error: unknown;
  /** Name of the worker at fault, `undefined` for code of the main thread. */
  readonly worker: string | undefined;
  /** What was going on. */
  readonly context: string;
}

interface Entry extends UncaughtError {
  /** What {@link UncaughtErrors.expect} knows it by, until that has been asked of it. */
  unclaimed: string | undefined;
  /** It fails the test at its end, not the call that happens to be running. */
  readonly late: boolean;
}

/** Collects uncaught errors until somebody is there to throw them to. */
export class UncaughtErrors {
  #entries: Entry[] = [];
  /** Those that have not been thrown to the test, and that it hasn't said it expects. */
  readonly #unseen: Entry[] = [];
  /** Raised errors that may still come here and then count as seen. */
  readonly #expected: string[] = [];
  readonly #claimed = new WeakSet<RaisedError>();

  /** Hears of errors that the test does not expect, as they come; those that are late excepted. */
  listener: (() => void) | undefined;

  constructor(
    /** How many are remembered at least once they have been seen. */
    private readonly mostKept: number,
  ) {}

  get all(): readonly UncaughtError[] {
    return this.#entries.map(({ error, worker, context }) => ({ error, worker, context }));
  }

  /** An error that the next chance is taken to throw. */
  add(uncaught: Uncaught): void {
    this.#push(uncaught, { seen: false, late: false });
  }

  /** A promise rejection: too late for the call that caused it. */
  addRejection(uncaught: Uncaught, failsTest: boolean): void {
    this.#push(uncaught, { seen: !failsTest, late: true });
  }

  /** The test expects this error: it is not thrown to it, nor does it fail it. */
  expect(worker: string, raised: RaisedError): void {
    if (this.#claimed.has(raised)) return;
    this.#claimed.add(raised);
    const key = keyOf(worker, raised.error);
    const entry = this.#entries.find(({ unclaimed }) => unclaimed === key);
    if (entry === undefined) {
      this.#expected.push(key);
      return;
    }
    entry.unclaimed = undefined;
    const at = this.#unseen.indexOf(entry);
    if (at >= 0) this.#unseen.splice(at, 1);
  }

  /** Whether a failure of the test is one of these errors. */
  includes(error: unknown): boolean {
    return this.#entries.some((entry) => entry.error === error);
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

  #push({ error, worker, context }: Uncaught, { seen, late }: { seen: boolean; late: boolean }): void {
    const key = worker && keyOf(worker.label, error);
    const expectedAt = key === undefined ? -1 : this.#expected.indexOf(key);
    if (expectedAt >= 0) this.#expected.splice(expectedAt, 1);
    const shown = worker === undefined ? error : asError(error, context);
    const isExpected = expectedAt >= 0;
    const entry = { error: shown, worker: worker?.label, context, late, unclaimed: isExpected ? undefined : key };
    this.#entries.push(entry);
    if (this.#entries.length >= this.mostKept * 2) this.#entries = this.#entries.slice(-this.mostKept);
    if (seen || isExpected) return;
    this.#unseen.push(entry);
    if (!late) this.listener?.();
  }
}

function keyOf(worker: string, error: unknown): string {
  return `${worker}: ${errorText(error)}`;
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
