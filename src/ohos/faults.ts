import type { WorkerRecord } from './worker-record';

/** A failure that the test wants and no program can bring about by itself. */
export type Fault =
  /** The next constructor finds no slot (E-13). */
  | { readonly kind: 'out-of-workers' }
  /** The script of the next worker that starts, or of a certain one, can't be run (L-18). */
  | { readonly kind: 'start-failure'; readonly worker: WorkerRecord | undefined }
  /** The script of the next worker that starts, or of a certain one, throws instead of running (L-52). */
  | { readonly kind: 'script-error'; readonly worker: WorkerRecord | undefined; readonly error: unknown }
  /** The next message that is delivered can't be rebuilt (S-51d). */
  | { readonly kind: 'message-error'; readonly worker: WorkerRecord; readonly to: 'worker' | 'host' }
  /** The next global call is not answered in time (L-117). */
  | { readonly kind: 'call-timeout'; readonly worker: WorkerRecord };

export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

/** The faults that wait for what they are to spoil, in the order in which the test asked for them. */
export class Faults {
  #waiting: Fault[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(fault: Fault): void {
    this.#waiting.push(fault);
  }

  has(fault: Fault): boolean {
    return this.#waiting.includes(fault);
  }

  remove(fault: Fault): void {
    this.#waiting = this.#waiting.filter((other) => other !== fault);
  }

  takeAll(): Fault[] {
    return this.#waiting.splice(0);
  }

  /** The first one of a kind that applies; it stays. */
  find<K extends Fault['kind']>(kind: K, applies: (fault: FaultOf<K>) => boolean = () => true): FaultOf<K> | undefined {
    return this.#waiting.find((fault): fault is FaultOf<K> => fault.kind === kind && applies(fault as FaultOf<K>));
  }

  /** As {@link find}; it has been used up. */
  take<K extends Fault['kind']>(kind: K, applies?: (fault: FaultOf<K>) => boolean): FaultOf<K> | undefined {
    const fault = this.find(kind, applies);
    if (fault !== undefined) this.remove(fault);
    return fault;
  }
}
