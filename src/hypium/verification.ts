import { AssertException } from './assert-exception';
import { show } from './show';

/** Asserts how often a mocked function was called with some arguments. */
export class Verification {
  constructor(
    private readonly name: string,
    private readonly args: readonly unknown[],
    /** The arguments of all calls of the function. */
    private readonly calls: readonly (readonly unknown[])[],
  ) {}

  once(): void {
    this.#check((count) => count === 1, 'once()', 'once');
  }

  times(wanted: number): void {
    this.#check((count) => count === wanted, `times(${wanted})`, `${wanted} times`);
  }

  never(): void {
    this.#check((count) => count === 0, 'never()', 'never');
  }

  atLeast(wanted: number): void {
    this.#check((count) => count >= wanted, `atLeast(${wanted})`, `${wanted} times or more`);
  }

  atMost(wanted: number): void {
    this.#check((count) => count <= wanted, `atMost(${wanted})`, `${wanted} times or less`);
  }

  #check(accepts: (count: number) => boolean, mode: string, expected: string): void {
    // As the platform compares: by their texts.
    const count = this.calls.filter((args) => String(args) === String(this.args)).length;
    if (accepts(count)) return;
    const calls = this.calls.map((args) => `  ${this.name}(${args.map(show).join(', ')})`);
    throw new AssertException(
      [
        `verify(${show(this.name)}, ${show(this.args)}).${mode}`,
        '',
        `Expected: called ${expected} with these arguments`,
        `Received: ${count === 1 ? 'once' : `${count} times`}`,
        ...(calls.length === 0 ? ['It was never called at all.'] : ['All calls:', ...calls]),
      ].join('\n'),
    );
  }
}
