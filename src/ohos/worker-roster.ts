import type { WorkerRecord } from './worker-record';

/** How many workers that are gone are remembered in their order. */
const mostGone = 250;

/** The workers of a process: those that live, and of those that are gone the youngest. */
export class WorkerRoster {
  readonly #all: WorkerRecord[] = [];
  readonly #living = new Set<WorkerRecord>();
  readonly #byHostObject = new WeakMap<object, WorkerRecord>();

  /** In the order of construction. */
  get all(): readonly WorkerRecord[] {
    return this.#all;
  }

  /** Those whose exit event has not been delivered, in the order of construction. */
  get living(): ReadonlySet<WorkerRecord> {
    return this.#living;
  }

  /** The worker of a host object, for as long as somebody holds on to that. */
  of(hostObject: object): WorkerRecord | undefined {
    return this.#byHostObject.get(hostObject);
  }

  add(record: WorkerRecord): void {
    this.#all.push(record);
    this.#living.add(record);
    this.#byHostObject.set(record.hostObject, record);
  }

  /** The worker is gone. */
  retire(record: WorkerRecord): void {
    this.#living.delete(record);
    if (this.#all.length - this.#living.size <= mostGone) return;
    const oldest = this.#all.findIndex((candidate) => !this.#living.has(candidate));
    this.#all.splice(oldest, 1);
  }
}
