import { OwnMap } from './intrinsics';

const FEW = 8;

/**
 * Which object of the message arrived as which copy (S-3). Most messages hold a handful of objects, for which a linear
 * search is several times as fast as making and filling a `Map`.
 */
export class Identity {
  /** Sources and copies alternate. */
  readonly #few: unknown[] = [];
  #many: Map<object, unknown> | undefined = undefined;

  find(source: object): unknown {
    if (this.#many !== undefined) return this.#many.get(source);
    const few = this.#few;
    for (let i = 0; i < few.length; i += 2) if (few[i] === source) return few[i + 1];
    return undefined;
  }

  add(source: object, copy: unknown): void {
    if (this.#many !== undefined) this.#many.set(source, copy);
    else if (this.#few.push(source, copy) > 2 * FEW) this.#many = this.#index();
  }

  #index(): Map<object, unknown> {
    const many = new OwnMap<object, unknown>();
    const few = this.#few;
    for (let i = 0; i < few.length; i += 2) many.set(few[i] as object, few[i + 1]);
    return many;
  }
}
