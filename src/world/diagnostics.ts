import { describeProblem, type ToolErrorParts } from '../base';
import { Series } from './series';

/** Help that a device doesn't give: kept in full, and said once for each kind. */
export class Diagnostics {
  readonly #all: Series<ToolErrorParts>;

  constructor(
    /** Kinds that have been said in this test file. */
    private readonly said: Set<string>,
    private readonly warn: (text: string) => void,
    mostKept: number,
  ) {
    this.#all = new Series(mostKept);
  }

  get all(): readonly ToolErrorParts[] {
    return this.#all.all;
  }

  /** `kind`: of what is of the same kind, only the first is said. */
  add(problem: ToolErrorParts, kind: string = problem.code): void {
    this.keep(problem);
    if (this.said.has(kind)) return;
    this.said.add(kind);
    this.warn(describeProblem(problem));
  }

  /** Without a word on the console. */
  keep(problem: ToolErrorParts): void {
    this.#all.add(problem);
  }
}
