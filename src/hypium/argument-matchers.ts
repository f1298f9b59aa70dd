import { misuse } from './misuse';

type Matches = (value: unknown) => boolean;

/** What marks what a test gives to `when(f)(…)` in place of a value. */
const matchesKey: unique symbol = Symbol('matches');

function ofType(...types: readonly string[]): Matches {
  return (value) => types.includes(typeof value);
}

/** Stand for arguments whose value does not matter. They are given as they are, without a call. */
export const ArgumentMatchers = {
  any: matcher(() => true),
  anyString: matcher(ofType('string')),
  anyNumber: matcher(ofType('number')),
  anyBoolean: matcher(ofType('boolean')),
  anyFunction: matcher(ofType('function')),
  anyObj: matcher(ofType('object')),
  /** Texts that a regular expression matches. */
  matchRegexs: (pattern: RegExp): RegExp => {
    if (Object.prototype.toString.call(pattern) === '[object RegExp]') return pattern;
    throw misuse(`ArgumentMatchers.matchRegexs can't take ${String(pattern)}`, 'give it a regular expression.');
  },
} as const;

/** Calling one does no harm. */
function matcher(matches: Matches): () => unknown {
  const made = (): unknown => made;
  return Object.assign(made, { [matchesKey]: matches });
}

/** Whether an argument of a call is what a stub was made for: a matcher, a regular expression, or the very value. */
export function matchesArgument(wanted: unknown, given: unknown): boolean {
  const matches: unknown = typeof wanted === 'function' ? Reflect.get(wanted, matchesKey) : undefined;
  if (typeof matches === 'function') return matches(given) === true;
  if (Object.prototype.toString.call(wanted) === '[object RegExp]' && typeof given === 'string') {
    return new RegExp(wanted as RegExp).test(given);
  }
  return Object.is(wanted, given);
}
