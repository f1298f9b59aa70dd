import type { WorkerTask } from '../ohos';
import type { CallSite } from './call-site';

/** A stack costs about as much as a delivery: of later posts nobody remembers where they were made. */
const mostLocated = 256;

/** Timers are set far more often than somebody asks for them. */
const mostLocatedTimers = 50;

/** Where tasks were posted: the first ones of a session, and all of them while somebody asks for it. */
export class PostSites {
  #left = mostLocated;
  #timersLeft = mostLocatedTimers;
  #locatesAll = false;
  readonly #sites = new WeakMap<WorkerTask, CallSite>();

  constructor(private readonly capture: () => CallSite) {}

  /** From now on every post is located, or only the first ones again. */
  locateAll(on: boolean): void {
    this.#locatesAll = on;
  }

  /** To be called while the post is being made. */
  note(payload: WorkerTask): void {
    if (this.#spend()) this.#sites.set(payload, this.capture());
  }

  /** To be called while the timer is being set. */
  noteTimer(payload: WorkerTask): void {
    if (this.#timersLeft > 0 && this.#timersLeft-- > 0) this.#sites.set(payload, this.capture());
  }

  has(payload: WorkerTask): boolean {
    return this.#sites.has(payload);
  }

  siteOf(payload: WorkerTask): CallSite | undefined {
    return this.#sites.get(payload);
  }

  /** Where it was posted, if that is known. */
  of(payload: WorkerTask): string | undefined {
    return this.#sites.get(payload)?.();
  }

  /** Where the running call was made, which led to no message. */
  here(): string | undefined {
    return this.#spend() ? this.capture()() : undefined;
  }

  #spend(): boolean {
    return this.#locatesAll || (this.#left > 0 && this.#left-- > 0);
  }
}
