import type { Token } from 'js-tokens';

/** The words of a source, without blanks and comments. Not a grammar: TypeScript and ArkTS don't matter to it. */
export type Words = readonly Token[];

const blank = ['WhiteSpace', 'LineTerminatorSequence', 'SingleLineComment', 'MultiLineComment'];

/** The tokenizer is loaded when it is needed: most test files never ask. */
export function wordsOf(source: string): Words {
  const tokenize = require('js-tokens') as typeof import('js-tokens');
  return Array.from(tokenize(source)).filter(({ type }) => !blank.includes(type));
}
