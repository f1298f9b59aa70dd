import { inspect } from 'node:util';
import { ToolError, type ToolErrorParts } from '../base';
import type { ExitCode, Phase, WorkerRecord, WorkerTask } from '../ohos';
import type { DroppedMessage, TerminateCall, WorkerHistory } from './worker-history';

/** What a test can see of one worker. Messages are seen from the host object's side; all data are copies. */
export class WorkerHandle {
  static {
    // No method: the declarations that users get need no types of Node.
    Object.defineProperty(WorkerHandle.prototype, inspect.custom, { value: inspectHandle });
  }

  readonly #record: WorkerRecord;
  readonly #history: WorkerHistory;
  readonly #siteOf: (task: WorkerTask) => string | undefined;
  /** The name that traces and tasks use, such as `worker#1`, or `resizer#1` with the option `name: 'resizer'`. */
  readonly label: string;

  constructor(record: WorkerRecord, history: WorkerHistory, siteOf: (task: WorkerTask) => string | undefined) {
    this.#record = record;
    this.#history = history;
    this.#siteOf = siteOf;
    this.label = record.label;
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

  /** Where in the project, as `file:line:column`, if that is known: see `TaskView.postedAt`. */
  get constructedAt(): string | undefined {
    const { start } = this.#history;
    return start && this.#siteOf(start);
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
    return this.#history.received.all;
  }

  /** Messages that the host object posted and the worker's queue took, oldest first. */
  get posted(): readonly unknown[] {
    return this.#history.posted.all;
  }

  /** Messages of both directions that reached nobody, with the reason. */
  get dropped(): readonly DroppedMessage[] {
    return this.#history.dropped.all;
  }

  /** Calls of `terminate()`, oldest first. */
  get terminateCalls(): readonly TerminateCall[] {
    return this.#history.terminateCalls.all;
  }

  /** What the worker's code threw and didn't catch, oldest first; unhandled promise rejections too. */
  get errors(): readonly unknown[] {
    return this.#history.raised.all.map(({ error }) => error);
  }

  /** What a device would not have told about this worker, oldest first. */
  get diagnostics(): readonly ToolErrorParts[] {
    return this.#history.diagnostics.all;
  }

  /** The worker's own view: what it received, and what it posted. */
  get port(): { readonly received: readonly unknown[]; readonly posted: readonly unknown[] } {
    const { received, posted } = this.#history.port;
    return { received: received.all, posted: posted.all };
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

  /** What printing shows: everything but the objects that stand behind it. */
  toJSON(): object {
    const { label, kind, url, state, exitCode, received, posted, dropped, errors } = this;
    const terminateCalls = this.terminateCalls.length;
    return { label, kind, url, state, exitCode, received, posted, dropped, errors, terminateCalls };
  }

  /** In one line. */
  toString(): string {
    return `${this.label} (${this.kind}, ${this.state}, ${this.url})`;
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

function inspectHandle(this: WorkerHandle, _depth: number, options: object): string {
  const { label, ...rest } = this.toJSON() as { label: string };
  return `WorkerHandle ${label} ${inspect(rest, options)}`;
}
