import { isDeepStrictEqual } from 'node:util';
import type { ExtensibleExpect } from './bridge';

/** As much as is used of what Jest gives a matcher. */
interface EqualityContext {
  equals(actual: unknown, wanted: unknown, testers: readonly unknown[]): boolean;
  readonly customTesters?: readonly unknown[];
  readonly utils: { readonly iterableEquality: unknown };
}

const name = 'toEqualByFakeOhosWorker';

const matchers = {
  [name](this: EqualityContext, actual: unknown, wanted: unknown) {
    const testers = [...(this.customTesters ?? []), this.utils.iterableEquality];
    return { pass: this.equals(actual, wanted, testers), message: () => name };
  },
};

type Asymmetric = (wanted: unknown) => { asymmetricMatch(actual: unknown): boolean };

/**
 * The equality of `toEqual`, with the testers that the user has added. Jest gives it to matchers only; the asymmetric
 * form of one can be asked without counting as an assertion of the test.
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
