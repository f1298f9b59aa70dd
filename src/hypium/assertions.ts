import { types } from 'node:util';
import { firstDifference } from './deep-equals';
import { show } from './show';
import type { Verdict } from './verdict';

type Judge = (actual: unknown, args: readonly unknown[]) => Verdict;

function same(pass: boolean, actual: unknown, expected: string, notes: readonly string[] = []): Verdict {
  return { pass, expected, received: show(actual), notes };
}

/** An assertion that there is one value for. */
function is(test: (actual: unknown) => boolean, expected: string): Judge {
  return (actual) => same(test(actual), actual, expected);
}

function compares(sign: string, test: (actual: number, expected: number) => boolean): Judge {
  return (actual, [expected]) => same(test(actual as number, expected as number), actual, `${sign} ${show(expected)}`);
}

/** By the names of the platform. */
export const assertions = {
  assertEqual: (actual, [expected]) => same(actual === expected, actual, show(expected), lookAlike(actual, expected)),
  assertDeepEquals: (actual, [expected]) => deepEquals(actual, expected),
  assertTrue: is((actual) => actual === true, 'true'),
  assertFalse: is((actual) => actual === false, 'false'),
  assertNull: is((actual) => actual === null, 'null'),
  assertUndefined: is((actual) => actual === undefined, 'undefined'),
  assertNaN: is(Number.isNaN, 'NaN'),
  assertNegUnlimited: is((actual) => actual === Number.NEGATIVE_INFINITY, '-Infinity'),
  assertPosUnlimited: is((actual) => actual === Number.POSITIVE_INFINITY, 'Infinity'),
  assertLarger: compares('>', (actual, expected) => actual > expected),
  assertLess: compares('<', (actual, expected) => actual < expected),
  assertLargerOrEqual: compares('>=', (actual, expected) => actual >= expected),
  assertLessOrEqual: compares('<=', (actual, expected) => actual <= expected),
  assertClose: (actual, [expected, precision]) => close(actual as number, expected as number, precision as number),
  assertContain: (actual, [expected]) =>
    same(contains(actual, expected), actual, `something with ${show(expected)} in it`),
  assertInstanceOf: (actual, [expected]) => instanceOf(actual, String(expected)),
  assertThrowError: (actual, [expected]) => throwsError(actual, expected),
  assertFail: () => ({ pass: false, expected: 'never to come here' }),
} satisfies Readonly<Record<string, Judge>>;

/** Two objects that print alike, one of which may have come from a worker. */
function lookAlike(actual: unknown, expected: unknown): readonly string[] {
  const differ = typeof actual === 'object' && actual !== expected && show(actual) === show(expected);
  return differ ? ['They are two objects: assertDeepEquals compares what is in them.'] : [];
}

function deepEquals(actual: unknown, expected: unknown): Verdict {
  const path = firstDifference(actual, expected);
  return same(path === undefined, actual, show(expected), path ? [`They differ at: ${path}`] : []);
}

/** The difference counts relative to what was received. */
function close(actual: number, expected: number, precision: number): Verdict {
  const difference = Math.abs(expected - actual);
  const pass = actual === 0 ? difference === 0 : difference / Math.abs(actual) < precision;
  return same(pass, actual, `close to ${show(expected)}: |received - expected| / |received| < ${show(precision)}`);
}

/** A text that has it as a part; anything else that has it as a value. */
function contains(actual: unknown, expected: unknown): boolean {
  if (typeof actual === 'string') return actual.includes(String(expected));
  if (typeof actual !== 'object' || actual === null) return false;
  // biome-ignore lint/suspicious/noDoubleEquals: as the platform compares
  return Object.values(actual).some((each) => each == expected);
}

/** The platform asks for the kind of builtin: instances of all classes are `Object`. */
function instanceOf(actual: unknown, expected: string): Verdict {
  const kind = Object.prototype.toString.call(actual).slice('[object '.length, -1);
  const notes = kind === 'Object' ? ['Instances of classes are of kind Object.'] : [];
  return {
    pass: kind === expected,
    expected: `of kind ${expected}`,
    received: `${show(actual)}, of kind ${kind}`,
    notes,
  };
}

function throwsError(actual: unknown, expected: unknown): Verdict {
  const wanted = `a function that throws an error with the message ${show(expected)}`;
  if (typeof actual !== 'function') return { pass: false, expected: wanted, received: `no function: ${show(actual)}` };
  try {
    actual();
  } catch (error) {
    // biome-ignore lint/suspicious/noDoubleEquals: as the platform compares
    const pass = types.isNativeError(error) && error.message == expected;
    const received = types.isNativeError(error)
      ? `it threw ${error.name}: ${error.message}`
      : `it threw ${show(error)}`;
    return { pass, expected: wanted, received };
  }
  return { pass: false, expected: wanted, received: 'it threw nothing' };
}
