import { types } from 'node:util';
import { show } from './show';
import type { Verdict } from './verdict';

/** What has become of a promise by now. */
type Outcome =
  | { readonly state: 'pending' }
  | { readonly state: 'resolved'; readonly value: unknown }
  | { readonly state: 'rejected'; readonly reason: unknown };

type Judge = (outcome: Outcome, args: readonly unknown[]) => Verdict;

/** By the names of the platform. */
const judges = {
  assertPromiseIsPending: (outcome) => judge(outcome, outcome.state === 'pending', 'pending'),
  assertPromiseIsResolved: (outcome) => judge(outcome, outcome.state === 'resolved', 'resolved'),
  assertPromiseIsRejected: (outcome) => judge(outcome, outcome.state === 'rejected', 'rejected'),
  assertPromiseIsResolvedWith: (outcome, [value]) =>
    judge(outcome, outcome.state === 'resolved' && sameJson(outcome.value, value), `resolved with ${show(value)}`),
  assertPromiseIsRejectedWith: (outcome, [reason]) =>
    judge(outcome, outcome.state === 'rejected' && sameJson(outcome.reason, reason), `rejected with ${show(reason)}`),
  assertPromiseIsRejectedWithError: (outcome, args) => {
    const wanted = readWanted(args);
    const pass = outcome.state === 'rejected' && isWanted(outcome.reason, wanted);
    return judge(outcome, pass, `rejected with ${describeWanted(wanted)}`);
  },
} satisfies Readonly<Record<string, Judge>>;

export type PromiseAssertion = keyof typeof judges;

export const promiseAssertions = Object.keys(judges) as PromiseAssertion[];

/** A promise that is still pending when this is called, and for one more turn of the promise jobs, counts as pending. */
export async function judgePromise(
  name: PromiseAssertion,
  promise: unknown,
  args: readonly unknown[],
): Promise<Verdict> {
  const isPromise =
    typeof promise === 'object' && promise !== null && typeof Reflect.get(promise, 'then') === 'function';
  if (isPromise) return judges[name](await outcomeOf(promise as PromiseLike<unknown>), args);
  return { ...judges[name]({ state: 'pending' }, args), pass: false, received: `no promise: ${show(promise)}` };
}

function outcomeOf(promise: PromiseLike<unknown>): Promise<Outcome> {
  // Asked directly: to wrap a promise of another realm would take it a turn longer.
  const settled = new Promise<Outcome>((resolve) => {
    promise.then(
      (value) => resolve({ state: 'resolved', value }),
      (reason: unknown) => resolve({ state: 'rejected', reason }),
    );
  });
  return Promise.race([settled, Promise.resolve().then((): Outcome => ({ state: 'pending' }))]);
}

function judge(outcome: Outcome, pass: boolean, expected: string): Verdict {
  return { pass, expected: `a promise that is ${expected}`, received: describe(outcome) };
}

function describe(outcome: Outcome): string {
  if (outcome.state === 'pending') return 'it is pending';
  if (outcome.state === 'resolved') return `it is resolved with ${show(outcome.value)}`;
  const { reason } = outcome;
  return `it is rejected with ${types.isNativeError(reason) ? `${reason.name}: ${reason.message}` : show(reason)}`;
}

/** As the platform compares. */
function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface WantedError {
  readonly name: string | undefined;
  readonly message: string | undefined;
}

/** A class, a message, or both. */
function readWanted([first, second]: readonly unknown[]): WantedError {
  if (typeof first === 'function')
    return { name: first.name, message: second === undefined ? undefined : String(second) };
  return { name: undefined, message: String(first) };
}

/** A class counts by its name. */
function isWanted(reason: unknown, { name, message }: WantedError): boolean {
  if (typeof reason !== 'object' || reason === null) return false;
  return (
    (name === undefined || Reflect.get(reason, 'name') === name) &&
    (message === undefined || Reflect.get(reason, 'message') === message)
  );
}

function describeWanted({ name = 'an error', message }: WantedError): string {
  return message === undefined ? name : `${name} of the message ${show(message)}`;
}
