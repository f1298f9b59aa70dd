import { InternalError } from '../base';
import type { Clone } from '../clone';
import type { Agent, Lane } from '../kernel';
import type { Realm, Watchdog } from '../realm';
import type { RealmKit } from './guest';
import type { TimerTask, WorkerTask } from './tasks';
import type { WorkerRecord } from './worker-record';

/** Ranks of the lanes in a main thread's inbox, by the priorities of its event queue (L-93). */
export const hostRank = { immediate: 0, high: 1, low: 2, idle: 3 } as const;

/**
 * Ranks in a worker's inbox. Each turn of its loop looks at due timers, then at its own messages (L-134), then at what
 * its children sent, kind by kind (L-29).
 */
export const workerRank = {
  timer: 0,
  message: 1,
  childMessage: 2,
  childError: 3,
  childFailure: 4,
  childCall: 5,
  childExit: 6,
};

/** A timer that has not fired. */
export interface WaitingTimer {
  readonly task: TimerTask;
  stop(): void;
}

/** One JS thread of the app: the main thread or a worker's. */
export class JsThread {
  /** How many calls from the native side into JavaScript are on the stack; promise jobs run when it is back to 0 (L-90). */
  depth = 0;
  /** The worker that runs on this thread, `undefined` for the main thread. */
  record: WorkerRecord | undefined;
  /** Workers that were constructed on this thread. */
  readonly children = new Set<WorkerRecord>();
  /** The timers of this thread that have not fired, by id. */
  readonly timers = new Map<number, WaitingTimer>();
  readonly isMain: boolean;
  #realm: Realm | undefined;
  #home: { readonly kit: RealmKit; readonly clone: Clone } | undefined;

  constructor(
    readonly agent: Agent<WorkerTask>,
    realm: Realm | undefined,
    readonly timerLane: Lane<WorkerTask> | undefined,
    /** Hears of every call of user code. */
    readonly watchdog: Watchdog,
  ) {
    this.isMain = realm === undefined;
    this.#realm = realm;
  }

  get name(): string {
    return this.agent.name;
  }

  /** `undefined` for the main thread, which lives in the test's realm, and for a worker that is gone. */
  get realm(): Realm | undefined {
    return this.#realm;
  }

  /** Called right after construction: the kit's rules speak of this thread. */
  settle(kit: RealmKit, clone: Clone): void {
    this.#home = { kit, clone };
  }

  get kit(): RealmKit {
    return this.#settled.kit;
  }

  /** Copies a value of any realm into the realm of this thread. */
  get clone(): Clone {
    return this.#settled.clone;
  }

  /** The worker is gone: none of its code runs again, so its realm need not stay in memory. */
  release(): void {
    this.#realm = undefined;
    this.#home = undefined;
  }

  get #settled(): { readonly kit: RealmKit; readonly clone: Clone } {
    if (this.#home === undefined) throw new InternalError(`thread ${this.name} has no realm kit`);
    return this.#home;
  }
}
