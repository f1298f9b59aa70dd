import { isDeepStrictEqual, types } from 'node:util';
import type { ExtensibleExpect } from './bridge';

/** As much as is used of what Jest gives a matcher. */
export interface EqualityContext {
  equals(actual: unknown, wanted: unknown, testers: readonly unknown[]): boolean;
  readonly customTesters?: readonly unknown[];
  readonly utils: { readonly iterableEquality: unknown };
}

const name = 'toEqualByFakeOhosWorker';

const matchers = {
  [name](this: EqualityContext, actual: unknown, wanted: unknown) {
    return { pass: messagesEqual(this, actual, wanted), message: () => name };
  },
};

/** As `toEqual`, with the testers that the user has added; other than there, buffers are equal if their bytes are. */
export function messagesEqual(context: EqualityContext, actual: unknown, wanted: unknown): boolean {
  const testers = [...(context.customTesters ?? []), context.utils.iterableEquality, buffersEqual];
  return context.equals(actual, wanted, testers);
}

/** `undefined`, which leaves it to others, for anything but two buffers. */
function buffersEqual(a: unknown, b: unknown): boolean | undefined {
  if (!types.isAnyArrayBuffer(a) || !types.isAnyArrayBuffer(b)) return undefined;
  return Buffer.compare(new Uint8Array(a), new Uint8Array(b)) === 0;
}

type Asymmetric = (wanted: unknown) => { asymmetricMatch(actual: unknown): boolean };

/**
 * {@link messagesEqual}. Jest gives equality to matchers only; the asymmetric form of one can be asked without counting as
 * an assertion of the test.
 */
export function equalityOf(getExpect: () => ExtensibleExpect | undefined): (a: unknown, b: unknown) => boolean {
  let extended: ExtensibleExpect | undefined;
  return (actual, wanted) => {
    const expect = getExpect();
    if (expect === undefined) return isDeepStrictEqual(actual, wanted);
    if (extended !== expect) expect.extend(matchers);
    extended = expect;
    const matcher: Asymmetric = Reflect.get(expect, name);
    return matcher(wanted).asymmetricMatch(actual);
  };
}
