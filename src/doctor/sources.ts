import type { Source } from './source';

/** All sources of an app. */
export class Sources {
  readonly #byFile: ReadonlyMap<string, Source>;

  constructor(readonly all: readonly Source[]) {
    this.#byFile = new Map(all.map((source) => [source.file, source]));
  }

  get(file: string): Source | undefined {
    return this.#byFile.get(file);
  }

  /**
   * Whether a file other than `own` may use a field: it says `something.name`, or `this.name` in a file where the class
   * `owner` is extended.
   */
  mentionMember(name: string, owner: string | undefined, own: Source): boolean {
    const mention = new RegExp(`([\\w$)\\]!]+)\\s*\\??\\.\\s*${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g');
    const extension = new RegExp(`\\bextends\\s+${owner ?? '\\w+'}\\b`);
    return this.all
      .filter((source) => source !== own && source.text.includes(name))
      .some(({ text }) => {
        const receivers = Array.from(text.matchAll(mention), ([, receiver]) => receiver);
        if (receivers.some((receiver) => receiver !== 'this')) return true;
        return receivers.length > 0 && extension.test(text);
      });
  }
}
