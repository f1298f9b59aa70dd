import { type Words, wordsOf } from './source-words';

/** One name that a file imports from a module, as a value. */
export interface ImportedBinding {
  /** `default`, `*`, or the export's name. */
  readonly imported: string;
  /** The members that the file calls or constructs: `pushUrl` for `router.pushUrl(…)`. */
  readonly calledMembers: readonly string[];
  /** Whether it is itself called or constructed. */
  readonly isCalled: boolean;
  /** Whether a class extends it. */
  readonly isExtended: boolean;
}

/** What a source imports of one module; names that only serve as types are left out. */
export function importedBindings(source: string, moduleName: string): readonly ImportedBinding[] {
  const words = wordsOf(source);
  const names = words.flatMap((word, at) =>
    word.value === 'import' && words[at - 1]?.value !== '.' ? namesOf(words, at, moduleName) : [],
  );
  return names.flatMap(({ imported, local }) => {
    const uses = usesOf(words, local);
    return uses.some(({ kind }) => kind !== 'type') ? [describe(imported, uses)] : [];
  });
}

interface Name {
  readonly imported: string;
  readonly local: string;
}

type Use =
  | { readonly kind: 'type' | 'value' | 'call' | 'extension' }
  | { readonly kind: 'member'; readonly member: string };

function describe(imported: string, uses: readonly Use[]): ImportedBinding {
  const members = uses.flatMap((use) => (use.kind === 'member' ? [use.member] : []));
  return {
    imported,
    calledMembers: [...new Set(members)],
    isCalled: uses.some(({ kind }) => kind === 'call'),
    isExtended: uses.some(({ kind }) => kind === 'extension'),
  };
}

/** The names of the import statement that begins at `at`, if it names the module. */
function namesOf(words: Words, at: number, moduleName: string): readonly Name[] {
  const end = words.findIndex(({ value }, index) => index > at && (/^['"]/.test(value) || value === ';'));
  if (end === -1 || words[end]?.value.slice(1, -1) !== moduleName) return [];
  const clause = words.slice(at + 1, end - 1).map(({ value }) => value);
  if (clause[0] === 'type' && clause.length > 1) return [];
  if (clause[0] === 'lazy' && clause.length > 1) clause.shift();
  return clause
    .join(' ')
    .split(/[,{}]/)
    .flatMap((part, index) => nameOf(part.trim(), index === 0));
}

function nameOf(part: string, isFirst: boolean): readonly Name[] {
  const [name = '', as, local] = part.split(' ');
  if (name === '' || name === 'type') return [];
  if (as === 'as' && local !== undefined) return [{ imported: name, local }];
  return [{ imported: isFirst ? 'default' : name, local: name }];
}

function usesOf(words: Words, name: string): readonly Use[] {
  return words.flatMap(({ value }, at): readonly Use[] => {
    const [before, next, member, after] = [at - 1, at + 1, at + 2, at + 3].map((index) => words[index]?.value ?? '');
    if (value !== name || before === '.' || isInImport(words, at)) return [];
    if (before === 'extends') return [{ kind: words[at - 3]?.value === 'interface' ? 'type' : 'extension' }];
    if (next === '(') return [{ kind: 'call' }];
    if (next === '.' && after === '(') return [{ kind: 'member', member: member ?? '' }];
    return [{ kind: isTypePlace(before ?? '') ? 'type' : 'value' }];
  });
}

function isTypePlace(before: string): boolean {
  return [':', '<', '|', '&', 'as', 'implements', 'keyof', 'is'].includes(before);
}

/** Whether a word is part of an import statement: no `;`, `=` or bracket stands between it and the keyword. */
function isInImport(words: Words, at: number): boolean {
  for (let index = at - 1; index >= 0; index -= 1) {
    const { value } = words[index] ?? { value: '' };
    if (value === 'import') return true;
    if (!/^[\w$]+$|^[{,*]$/.test(value)) return false;
  }
  return false;
}
