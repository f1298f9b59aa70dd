/** What is to be undone at the end of the scope in which it was lent. */
export class Leases {
  #open: { readonly scope: object; readonly undo: () => void }[] = [];

  constructor(private readonly currentScope: () => object) {}

  /** @param undo called at the end of the scope that is going on. */
  add(undo: () => void): void {
    this.#open.push({ scope: this.currentScope(), undo });
  }

  endScope(scope: object): void {
    const over = this.#open.filter((lease) => lease.scope === scope);
    this.#open = this.#open.filter((lease) => lease.scope !== scope);
    // What was lent later may have taken the place of what was lent before.
    for (const { undo } of over.reverse()) undo();
  }
}
