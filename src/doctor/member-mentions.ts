import type { Source } from './source';

/** `something.name`, `this.name`, or `something['name']`. */
const member = /(this\s*!?\s*\??)?(?<!\.)\.\s*([\w$]+)|[\w$)\]]\s*(?:\?\.)?\[\s*(['"`])(.*?)\3\s*\]/g;
const heritage = /\bextends\s+([\w$.]+)/g;
const renaming = /([\w$]+)\s+as\s+([\w$]+)|\bimport\s+([\w$]+)|\bexport\s+default\s+(?:class\s+)?([\w$]+)/g;

/** Which files name which members, and which classes they extend: read from the texts of all files once, parsing none. */
export class MemberMentions {
  readonly #ofOthers = new Index<Source>();
  readonly #ofThis = new Index<Source>();
  readonly #heirs = new Index<Source>();
  readonly #renamed = new Index<string>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) this.#read(source);
  }

  /**
   * Whether a file other than `own` may use a field: it says `something.name`, or `this.name` in a file where the class
   * `owner` is extended, under any of the names that imports and exports give it.
   */
  beyond(own: Source, name: string, owner: string | undefined): boolean {
    const others = this.#ofOthers.get(name);
    if (others.size > (others.has(own) ? 1 : 0)) return true;
    const users = this.#ofThis.get(name);
    return this.#namesOf(owner ?? 'default').some((base) => meet(this.#heirs.get(base), users, own));
  }

  #read(source: Source): void {
    const { text } = source;
    for (const [, isThis, name, , key = ''] of text.matchAll(member)) {
      (isThis === undefined ? this.#ofOthers : this.#ofThis).add(name ?? key, source);
    }
    for (const [, path = ''] of text.matchAll(heritage)) this.#heirs.add(path.replace(/^.*\./, ''), source);
    for (const [, from, to, imported, exported] of text.matchAll(renaming)) {
      if (imported !== undefined) this.#renamed.add('default', imported);
      else if (exported !== undefined) this.#renamed.add(exported, 'default');
      else this.#renamed.add(from ?? '', to ?? '');
    }
  }

  #namesOf(name: string): readonly string[] {
    const names = new Set([name]);
    // A set's iteration comes to what is added meanwhile.
    for (const each of names) for (const other of this.#renamed.get(each)) names.add(other);
    return [...names];
  }
}

/** What was said of each name. */
class Index<T> {
  readonly #byName = new Map<string, Set<T>>();

  add(name: string, value: T): void {
    const known = this.#byName.get(name);
    if (known === undefined) this.#byName.set(name, new Set([value]));
    else known.add(value);
  }

  get(name: string): ReadonlySet<T> {
    return this.#byName.get(name) ?? new Set();
  }
}

function meet(some: ReadonlySet<Source>, others: ReadonlySet<Source>, without: Source): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const source of few) if (source !== without && many.has(source)) return true;
  return false;
}
