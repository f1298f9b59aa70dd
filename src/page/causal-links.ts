import type { TraceModel } from './trace-model';

/** How an entry stands to the selected one. */
export const relation = { none: 0, cause: 1, selected: 2, effect: 3 } as const;

/** Which entries made which happen, both ways; entries are named by their index. */
export class CausalLinks {
  readonly #model: TraceModel;
  #effects: readonly (readonly number[])[] | undefined;

  constructor(model: TraceModel) {
    this.#model = model;
  }

  causesOf(index: number): readonly number[] {
    const causes = this.#model.entries[index]?.entry.causes ?? [];
    return causes.map((seq) => this.#model.indexOf(seq)).filter((cause) => cause >= 0);
  }

  effectsOf(index: number): readonly number[] {
    this.#effects ??= this.#findEffects();
    return this.#effects[index] ?? [];
  }

  /** By entry, a {@link relation}: everything that happened before the selected one, and everything that came of it. */
  around(selected: number): Uint8Array {
    const relations = new Uint8Array(this.#model.entries.length);
    this.#mark(relations, selected, relation.cause, (index) => this.causesOf(index));
    this.#mark(relations, selected, relation.effect, (index) => this.effectsOf(index));
    relations[selected] = relation.selected;
    return relations;
  }

  #mark(relations: Uint8Array, from: number, mark: number, next: (index: number) => readonly number[]): void {
    const waiting = [from];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      for (const other of next(index)) {
        if (relations[other] === mark) continue;
        relations[other] = mark;
        waiting.push(other);
      }
    }
  }

  #findEffects(): readonly (readonly number[])[] {
    const effects: number[][] = this.#model.entries.map(() => []);
    for (const { index } of this.#model.entries) {
      for (const cause of this.causesOf(index)) effects[cause]?.push(index);
    }
    return effects;
  }
}
