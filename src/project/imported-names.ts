import type { Token } from 'js-tokens';
import { type Words, wordsOf } from './source-words';

/**
 * The names of the modules that a source imports or exports from, those left out of which only types are taken (P-8).
 * Reads words, not a grammar: TypeScript and the `struct` of ArkTS don't matter to it.
 */
export function importedNames(source: string): readonly string[] {
  const words = wordsOf(source);
  return words.flatMap(({ value }, at) => {
    const isKeyword = (value === 'import' || value === 'export') && !isProperty(words, at);
    const named = isKeyword ? moduleNamed(words, at) : undefined;
    return named === undefined ? [] : [named.value.slice(1, -1)];
  });
}

function isProperty(words: Words, at: number): boolean {
  return ['.', '?.'].includes(words[at - 1]?.value ?? '');
}

/** The string that ends the statement (or the `import()`) whose keyword stands at `at`. */
function moduleNamed(words: Words, at: number): Token | undefined {
  const [next, afterNext] = words.slice(at + 1, at + 3);
  if (words[at]?.value === 'import') {
    if (isString(next)) return next;
    if (next?.value === '(') return isString(afterNext) ? afterNext : undefined;
  }
  const from = endOfClause(words, at + 1);
  const clause = words.slice(at + 1, from).map(({ value }) => value);
  return isFrom(words, from) && !isOfTypes(clause) ? words[from + 1] : undefined;
}

/** Where `from` has to stand: after names, `*` and commas, and then names in braces. */
function endOfClause(words: Words, start: number): number {
  let at = start;
  while (!isFrom(words, at) && isOutsideBraces(words[at])) at += 1;
  if (words[at]?.value !== '{') return at;
  const close = words.findIndex(({ value }, index) => index > at && value === '}');
  return close === -1 ? at : close + 1;
}

function isOutsideBraces(word: Token | undefined): boolean {
  return word?.type === 'IdentifierName' || word?.value === ',' || word?.value === '*';
}

function isFrom(words: Words, at: number): boolean {
  return words[at]?.value === 'from' && isString(words[at + 1]);
}

function isString(word: Token | undefined): boolean {
  return word?.type === 'StringLiteral' || word?.type === 'NoSubstitutionTemplate';
}

/** `type A`, `type { A }`, or braces in which every name is marked. A default import may itself be called `type`. */
function isOfTypes(clause: readonly string[]): boolean {
  const [first, second] = clause;
  if (first === 'type') return second !== undefined && second !== ',';
  if (first !== '{') return false;
  const names = clause.slice(1, -1).join(' ').split(',');
  return names.map((name) => name.trim()).every((name) => name === '' || isMarked(name.split(' ')));
}

/** `type A` and `type A as B`; `type as B` is a value that is called `type`. */
function isMarked(words: readonly string[]): boolean {
  const [first, second] = words;
  return first === 'type' && words.length > 1 && !(words.length === 3 && second === 'as');
}
