import { RealmMap } from './intrinsics';

const FEW = 8;

/**
 * Which object of the message arrived as which copy (S-3). Most messages hold a handful of objects, for which a linear
 * search is several times as fast as making and filling a `Map`.
 */
export class Identity {
  readonly #sources: object[] = [];
  readonly #copies: unknown[] = [];
  #many: Map<object, unknown> | undefined;

  find(source: object): unknown {
    if (this.#many !== undefined) return this.#many.get(source);
    const sources = this.#sources;
    for (let i = 0; i < sources.length; i++) if (sources[i] === source) return this.#copies[i];
    return undefined;
  }

  add(source: object, copy: unknown): void {
    if (this.#many !== undefined) this.#many.set(source, copy);
    else if (this.#sources.push(source) && this.#copies.push(copy) > FEW) this.#many = this.#index();
  }

  #index(): Map<object, unknown> {
    const many = new RealmMap<object, unknown>();
    for (const [i, source] of this.#sources.entries()) many.set(source, this.#copies[i]);
    return many;
  }
}
