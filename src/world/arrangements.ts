import type { ToolError } from '../base';
import type { World } from './world';

/** Something that the test has arranged, and what it is told if nothing came of it. */
interface Arrangement {
  readonly scope: object;
  readonly unused: ToolError;
  readonly isUsed: () => boolean;
}

/** What the test has arranged that waits for something to happen: faults, rules of links for certain messages. */
export class Arrangements {
  #all: Arrangement[] = [];

  constructor(private readonly world: World) {}

  add(unused: ToolError, isUsed: () => boolean): void {
    this.#all.push({ scope: this.world.surroundings.currentScope(), unused, isUsed });
  }

  /** Of a scope that is over: why its test fails. */
  takeUnused(scope: object): ToolError[] {
    const over = this.#all.filter((arrangement) => arrangement.scope === scope);
    this.#all = this.#all.filter((arrangement) => arrangement.scope !== scope);
    return over.filter(({ isUsed }) => !isUsed()).map(({ unused }) => unused);
  }
}
