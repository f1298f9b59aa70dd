import { describeProblem, type ToolErrorParts } from '../base';

/** Help that a device doesn't give: kept in full, and said once for each code. */
export class Diagnostics {
  readonly #all: ToolErrorParts[] = [];

  constructor(
    /** Codes that have been said in this test file. */
    private readonly said: Set<string>,
    private readonly warn: (text: string) => void,
  ) {}

  get all(): readonly ToolErrorParts[] {
    return [...this.#all];
  }

  add(problem: ToolErrorParts): void {
    this.#all.push(problem);
    if (this.said.has(problem.code)) return;
    this.said.add(problem.code);
    this.warn(describeProblem(problem));
  }
}
