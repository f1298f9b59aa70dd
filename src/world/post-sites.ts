import type { MessageTask } from '../ohos';
import type { CallSite } from './call-site';

/** A stack costs about as much as a delivery: of later posts nobody remembers where they were made. */
const mostLocated = 50;

/** Where the first posts of a session were made, for whoever has to explain what became of them. */
export class PostSites {
  #left = mostLocated;
  readonly #sites = new WeakMap<MessageTask, CallSite>();

  constructor(readonly capture: () => CallSite) {}

  /** To be called while the post is being made. */
  note(message: MessageTask): void {
    if (this.#spend()) this.#sites.set(message, this.capture());
  }

  /** Where a message was posted, if that is known. */
  of(message: MessageTask): string | undefined {
    return this.#sites.get(message)?.();
  }

  /** Where the running call was made, which led to no message. */
  here(): string | undefined {
    return this.#spend() ? this.capture()() : undefined;
  }

  #spend(): boolean {
    return this.#left > 0 && this.#left-- > 0;
  }
}
