/** Things of one kind that happened, oldest first: the youngest are kept, all are counted. */
export class Series<T> {
  #items: T[] = [];
  #forgotten = 0;

  constructor(
    /** How many are kept at least. */
    private readonly mostKept: number,
  ) {}

  add(item: T): void {
    this.#items.push(item);
    if (this.#items.length >= this.mostKept * 2) {
      this.#forgotten += this.#items.length - this.mostKept;
      this.#items = this.#items.slice(-this.mostKept);
    }
  }

  get all(): readonly T[] {
    return this.#items.slice(-this.mostKept);
  }

  /** How many there have been, those that are forgotten included. */
  get count(): number {
    return this.#forgotten + this.#items.length;
  }
}
