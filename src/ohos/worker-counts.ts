import type { WorkerKind } from './guest';

/** How many workers may be alive at once (L-120 to L-123). */
export interface WorkerLimits {
  readonly ThreadWorker: number;
  readonly RestrictedWorker: number;
  readonly Worker: number;
  /** All JS threads together. */
  readonly total: number;
}

/** The limits of a device of this API level (L-120 to L-123, L-127). */
export function limitsAt(apiVersion: number): WorkerLimits {
  const common = { RestrictedWorker: 16, total: 80 };
  if (apiVersion < 8) return { ...common, ThreadWorker: 7, Worker: 7 };
  return { ...common, ThreadWorker: apiVersion < 11 ? 8 : 64, Worker: 8 };
}

/** The slots that workers hold, from construction until just before their exit event (L-128). */
export class WorkerCounts {
  readonly #used: Record<WorkerKind, number> = { ThreadWorker: 0, RestrictedWorker: 0, Worker: 0 };

  constructor(readonly limits: WorkerLimits) {}

  /** Takes a slot from both counters (E-13); answers whether there was one. */
  take(kind: WorkerKind): boolean {
    const { ThreadWorker, RestrictedWorker, Worker } = this.#used;
    const total = ThreadWorker + RestrictedWorker + Worker;
    if (this.#used[kind] >= this.limits[kind] || total >= this.limits.total) return false;
    this.#used[kind]++;
    return true;
  }

  release(kind: WorkerKind): void {
    this.#used[kind]--;
  }
}
