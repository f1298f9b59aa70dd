/**
 * Stands for a transferred buffer, or a view on one, until the walk has ended. The memory can't move at once although
 * the platform detaches in mid-message (S-36): V8 forgets the offset and length of a view with its buffer, and views
 * that come later in the message need them. Nobody can see the difference, as no user code runs in between.
 */
export class Ticket {
  readonly #make: () => object;
  #arrived: object | undefined;

  constructor(make: () => object) {
    this.#make = make;
  }

  /** What stands for it at the receiver; made on the first call. */
  redeem(): object {
    this.#arrived ??= this.#make();
    return this.#arrived;
  }
}
