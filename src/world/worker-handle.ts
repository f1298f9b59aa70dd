import { ToolError } from '../base';
import type { ExitCode, Phase, WorkerRecord } from '../ohos';
import type { DroppedMessage, TerminateCall, WorkerHistory } from './worker-history';

/** What a test can see of one worker. Messages are seen from the host object's side; all data are copies. */
export class WorkerHandle {
  readonly #record: WorkerRecord;
  readonly #history: WorkerHistory;

  constructor(record: WorkerRecord, history: WorkerHistory) {
    this.#record = record;
    this.#history = history;
  }

  /** The name that traces and tasks use, such as `worker#1`, or `resizer#1` with the option `name: 'resizer'`. */
  get label(): string {
    return this.#record.label;
  }

  /** The option `name`; empty when there was none. */
  get name(): string {
    return this.#record.name;
  }

  get kind(): 'ThreadWorker' | 'Worker' | 'RestrictedWorker' {
    return this.#record.kind;
  }

  /** The URL as the constructor got it. */
  get url(): string {
    return this.#record.url;
  }

  /** The object that the app holds. */
  get hostObject(): object {
    return this.#record.hostObject;
  }

  /** `starting`, `running`, `terminating`, `terminated`, and `gone` once the exit event has been delivered. */
  get state(): Phase {
    return this.#record.state.phase;
  }

  /** What the exit event carried; `undefined` before it. */
  get exitCode(): ExitCode | undefined {
    const { state } = this.#record;
    return state.phase === 'gone' ? state.exitCode : undefined;
  }

  /** Messages that were delivered to the host object, oldest first. */
  get received(): readonly unknown[] {
    return [...this.#history.received];
  }

  /** Messages that the host object posted and the worker's queue took, oldest first. */
  get posted(): readonly unknown[] {
    return [...this.#history.posted];
  }

  /** Messages of both directions that reached nobody, with the reason. */
  get dropped(): readonly DroppedMessage[] {
    return [...this.#history.dropped];
  }

  get terminateCalls(): readonly TerminateCall[] {
    return [...this.#history.terminateCalls];
  }

  /** What the worker's code threw and didn't catch, oldest first. */
  get errors(): readonly unknown[] {
    return [...this.#history.errors];
  }

  /** The worker's own view: what it received, and what it posted. */
  get port(): { readonly received: readonly unknown[]; readonly posted: readonly unknown[] } {
    const { received, posted } = this.#history.port;
    return { received: [...received], posted: [...posted] };
  }

  /** The global object of the worker's realm. */
  get global(): object {
    return this.#realm.global;
  }

  /**
   * The worker's own instance of a module, for `jest.spyOn`; loaded now if the worker hasn't done so yet.
   *
   * @param name as an import in the worker's script would name it, or an absolute path.
   */
  require<T = unknown>(name: string): T {
    return this.#realm.require(name) as T;
  }

  get #realm() {
    const { realm } = this.#record.thread;
    if (realm === undefined || this.state === 'terminated' || this.state === 'gone') {
      throw new ToolError({
        code: 'FOW_WORKER_HAS_STOPPED',
        summary: `${this.label} has no realm any more`,
        facts: [`state: ${this.state}`, `script: ${this.url}`],
        hint: "look into a worker's realm before it has stopped.",
      });
    }
    return realm;
  }
}
