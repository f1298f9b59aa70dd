import { describeProblem, type ToolErrorParts } from '../base';

/** Help that a device doesn't give: kept in full, and said once for each kind. */
export class Diagnostics {
  readonly #all: ToolErrorParts[] = [];

  constructor(
    /** Kinds that have been said in this test file. */
    private readonly said: Set<string>,
    private readonly warn: (text: string) => void,
  ) {}

  get all(): readonly ToolErrorParts[] {
    return [...this.#all];
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
    this.#all.push(problem);
  }
}
