/** A queue open at both ends; every operation but `removeAll` is O(1) amortised. */
export class Deque<T> {
  /** Items put in front, the next one last. */
  #front: T[] = [];
  #back: (T | undefined)[];
  #head = 0;

  constructor(items: readonly T[] = []) {
    this.#back = [...items];
  }

  get size(): number {
    return this.#front.length + this.#back.length - this.#head;
  }

  get first(): T | undefined {
    return this.#front.length > 0 ? this.#front[this.#front.length - 1] : this.#back[this.#head];
  }

  push(item: T): void {
    this.#back.push(item);
  }

  unshift(item: T): void {
    this.#front.push(item);
  }

  shift(): T | undefined {
    if (this.#front.length > 0) return this.#front.pop();
    const item = this.#back[this.#head];
    if (item === undefined) return undefined;
    this.#back[this.#head++] = undefined;
    if (this.#head === this.#back.length) this.#reset();
    else if (this.#head > 1024 && this.#head * 2 > this.#back.length) this.#compact();
    return item;
  }

  /** Takes items out, wherever they are. */
  removeAll(items: ReadonlySet<T>): void {
    const left = this.toArray().filter((item) => !items.has(item));
    this.clear();
    this.#back = left;
  }

  clear(): void {
    this.#front = [];
    this.#reset();
  }

  toArray(): T[] {
    return [...[...this.#front].reverse(), ...(this.#back.slice(this.#head) as T[])];
  }

  #reset(): void {
    this.#back = [];
    this.#head = 0;
  }

  #compact(): void {
    this.#back = this.#back.slice(this.#head);
    this.#head = 0;
  }
}
