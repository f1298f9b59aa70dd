/** The memory in use, in MB, each time that somebody looked. */
export class Heap {
  readonly #seen: number[] = [];

  /** After collection. Node has to be started with `--expose-gc`. */
  look(): void {
    for (let times = 0; times < 3; times++) gc();
    this.#seen.push(process.memoryUsage().heapUsed / 2 ** 20);
  }

  /** By how many MB it has grown since so many looks were over. */
  growthSince(looks: number): number {
    return (this.#seen.at(-1) ?? Number.NaN) - (this.#seen[looks - 1] ?? Number.NaN);
  }

  toString(): string {
    return this.#seen.map((megabytes) => megabytes.toFixed(1)).join('  ');
  }
}

function gc(): void {
  if (globalThis.gc === undefined) throw new Error('run it with `npm run soak`: Node needs --expose-gc');
  globalThis.gc();
}
