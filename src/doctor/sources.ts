import { MemberMentions } from './member-mentions';
import type { Source } from './source';

/** All sources of an app. */
export class Sources {
  #mentions: MemberMentions | undefined;
  readonly #byFile: ReadonlyMap<string, Source>;

  constructor(readonly all: readonly Source[]) {
    this.#byFile = new Map(all.map((source) => [source.file, source]));
  }

  get(file: string): Source | undefined {
    return this.#byFile.get(file);
  }

  /** What the texts of all files say of members; read when somebody first asks. */
  get mentions(): MemberMentions {
    this.#mentions ??= new MemberMentions(this.all);
    return this.#mentions;
  }
}
