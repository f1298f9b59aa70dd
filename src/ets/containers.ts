import { containersAtAGlance } from './containers-at-a-glance';

const blank: ReadonlySet<string> = new Set([
  'WhiteSpace',
  'LineTerminatorSequence',
  'SingleLineComment',
  'MultiLineComment',
]);
const notBeforeCalls: ReadonlySet<string> = new Set(['function', 'new', '.', '?.', 'class']);

/**
 * The names of components that have others inside: `Column` of `Column({ space: 1 }) { … }`. The grammar has to know them:
 * wherever such a name stands in a description of an interface, arguments must follow.
 */
export function containersIn(text: string): string[] {
  if (!/\bstruct\b|@(?:Local)?Builder\b/.test(text)) return [];
  return containersAtAGlance(text) ?? containersInTokens(text);
}

/** For any text, at seven times the price. */
export function containersInTokens(text: string): string[] {
  const tokenize = require('js-tokens') as typeof import('js-tokens');
  const names = new Set<string>();
  /** For each parenthesis that is open, the name of what is called with it. */
  const open: (string | undefined)[] = [];
  let closed: string | undefined;
  let last = '';
  let beforeLast = '';
  for (const { type, value } of tokenize(text)) {
    if (blank.has(type)) continue;
    if (closed !== undefined && value === '{') names.add(closed);
    closed = value === ')' ? open.pop() : undefined;
    if (value === '(') open.push(calledName(last, beforeLast));
    beforeLast = last;
    last = value;
  }
  return [...names];
}

/** Functions that are declared are not called. */
function calledName(name: string, before: string): string | undefined {
  return /^[A-Z]/.test(name) && !notBeforeCalls.has(before) ? name : undefined;
}
