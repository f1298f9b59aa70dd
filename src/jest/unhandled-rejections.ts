type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/**
 * Puts a filter before Jest's own listeners for unhandled rejections while a test file runs: which realm a promise
 * belongs to shows in its prototype.
 */
export class UnhandledRejections {
  #replaced: Listener[] = [];

  /** `claim` answers whether it takes care of the rejection. */
  constructor(private readonly claim: (...rejection: Parameters<Listener>) => boolean) {}

  /** After Jest has put its own listeners in place. */
  install(): void {
    this.#replaced = process.rawListeners('unhandledRejection') as Listener[];
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', this.#filter);
  }

  /** After Jest has put back what was there before the test file. */
  uninstall(): void {
    process.removeListener('unhandledRejection', this.#filter);
    this.#replaced = [];
  }

  readonly #filter: Listener = (reason, promise) => {
    if (this.claim(reason, promise)) return;
    for (const listener of this.#replaced) listener(reason, promise);
  };
}
