import type { Token } from 'js-tokens';

const blank = ['WhiteSpace', 'LineTerminatorSequence', 'SingleLineComment', 'MultiLineComment'];

/**
 * The names of components that have others inside: `Column` of `Column({ space: 1 }) { … }`. The grammar has to know them:
 * wherever such a name stands in a description of an interface, arguments must follow.
 */
export function containersIn(text: string): string[] {
  if (!/\bstruct\b|@(?:Local)?Builder\b/.test(text)) return [];
  const words = wordsOf(text);
  const names = new Set<string>();
  /** For each parenthesis that is open, where it stands. */
  const open: number[] = [];
  words.forEach(({ value }, at) => {
    if (value === '(') open.push(at);
    if (value !== ')') return;
    const name = calledAt(words, open.pop() ?? 0);
    if (name !== undefined && words[at + 1]?.value === '{') names.add(name);
  });
  return [...names];
}

function wordsOf(text: string): readonly Token[] {
  const tokenize = require('js-tokens') as typeof import('js-tokens');
  return Array.from(tokenize(text)).filter(({ type }) => !blank.includes(type));
}

/** What is called with the parenthesis at `at`; functions that are declared there are not. */
function calledAt(words: readonly Token[], at: number): string | undefined {
  const name = words[at - 1]?.value ?? '';
  const before = words[at - 2]?.value ?? '';
  return /^[A-Z]/.test(name) && !['function', 'new', '.', '?.', 'class'].includes(before) ? name : undefined;
}
