import type { Task } from '../kernel';
import type { WorkerTask } from '../ohos';
import { isMessage, type LinkRule } from './link-rules';

/** A task that has been posted and has not arrived. */
export interface KeptTask {
  readonly task: Task<WorkerTask>;
  /** Earliest time of arrival, on the world's clock. */
  due: number;
  /** The rules by which it is held. */
  holders: readonly LinkRule[];
}

/** What a channel keeps back, in the order in which it was posted: what waits makes everything after it wait. */
export class KeptBack {
  #all: KeptTask[] = [];

  get size(): number {
    return this.#all.length;
  }

  get tasks(): readonly Task<WorkerTask>[] {
    return this.#all.map(({ task }) => task);
  }

  push(kept: KeptTask): void {
    this.#all.push(kept);
  }

  /** Those were posted before everything that is kept back. */
  putBefore(earlier: readonly KeptTask[]): void {
    this.#all = earlier.concat(this.#all);
  }

  /** A rule of the test holds what it concerns. */
  hold(rule: LinkRule): void {
    for (const kept of this.#all) if (rule.concerns(kept.task)) kept.holders = [...kept.holders, rule];
  }

  /** A rule holds nothing any more. */
  endRule(rule: LinkRule): void {
    for (const kept of this.#all) {
      if (kept.holders.includes(rule)) kept.holders = kept.holders.filter((other) => other !== rule);
    }
  }

  /** The first so many of what is held are held no more. */
  release(count: number): void {
    let left = count;
    for (const kept of this.#all) {
      if (left <= 0) return;
      if (kept.holders.length === 0) continue;
      kept.holders = [];
      left--;
    }
  }

  /** Nothing is held or delayed any more. */
  releaseAll(now: number): void {
    for (const kept of this.#all) Object.assign(kept, { holders: [], due: now });
  }

  /** Takes what arrives now: up to the first that waits, and with `unordered` messages from behind it. */
  takeArriving(now: number, unordered: boolean): readonly Task<WorkerTask>[] {
    const first = this.#all.findIndex((kept) => !isFree(kept, now));
    const arriving = this.#all.splice(0, first < 0 ? this.#all.length : first);
    if (!unordered) return arriving.map(({ task }) => task);
    const overtakes = (kept: KeptTask): boolean => isFree(kept, now) && isMessage(kept.task);
    const overtaking = this.#all.filter(overtakes);
    this.#all = this.#all.filter((kept) => !overtakes(kept));
    return arriving.concat(overtaking).map(({ task }) => task);
  }

  takeAll(): readonly Task<WorkerTask>[] {
    return this.#all.splice(0).map(({ task }) => task);
  }

  /** When a task arrives, if nobody does anything but wait; what is not kept back arrives now. */
  arrivalOf(task: Task<WorkerTask>, now: number): number {
    let arrival = now;
    for (const { task: other, holders, due } of this.#all) {
      arrival = Math.max(arrival, holders.length > 0 ? Number.POSITIVE_INFINITY : due);
      if (other === task) return arrival;
    }
    return now;
  }
}

/** Whether nothing keeps it back but what was posted before it. */
export function isFree({ holders, due }: Pick<KeptTask, 'holders' | 'due'>, now: number): boolean {
  return holders.length === 0 && due <= now;
}
