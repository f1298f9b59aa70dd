/** Things of one kind that happened to a worker, oldest first. */
export class Series<T> {
  readonly #items: T[] = [];

  add(item: T): void {
    this.#items.push(item);
  }

  get all(): readonly T[] {
    return [...this.#items];
  }
}
