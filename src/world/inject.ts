import { preview } from '../base';
import { sharing } from '../clone';
import { crashThread, type Fault, type FaultKind, loseHost, type WorkerRecord } from '../ohos';
import { faultImpossible, faultUnused } from './fault-errors';
import type { World } from './world';

/**
 * Failures that only the platform can make. Except for {@link crash} and {@link hostGone}, which happen at once, each
 * waits for what it is to spoil and is used up by it. At the end of the test, `describe` block or file that is going on,
 * or at `workers.reset()`, it is forgotten, and the test fails with `FOW_FAULT_UNUSED` if there was nothing to spoil.
 *
 * Workers are given as host object, handle or label.
 */
export class Inject {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** The next constructor throws 10200003: all slots are taken (E-13). */
  outOfWorkers(): void {
    this.#add({ kind: 'out-of-workers' }, 'outOfWorkers()', 'the next constructor call of a worker class');
  }

  /**
   * The script of a worker can't be run at all (L-18): none of its code runs, not even `onclose`, and the exit event
   * follows with code 0.
   *
   * @param worker the next one that starts if it is not given.
   * @throws ToolError `FOW_FAULT_IMPOSSIBLE` when the worker has started already.
   */
  startFailure(worker?: string | object): void {
    const record = worker === undefined ? undefined : this.#unstarted(worker, 'startFailure');
    const call = `startFailure(${record?.label ?? ''})`;
    this.#add({ kind: 'start-failure', worker: record }, call, startOf(record));
  }

  /**
   * The script of a worker throws `error` at its top level, before any other code of it: only `onAllErrors` hears of it,
   * and the worker runs on, without handlers (L-19, L-52).
   *
   * @param worker the next one that starts if it is not given.
   * @throws ToolError `FOW_FAULT_IMPOSSIBLE` when the worker has started already, or the error can't be sent.
   */
  scriptError(error: unknown, worker?: string | object): void {
    if (error === undefined) {
      throw faultImpossible('workers.inject.scriptError()', 'there is nothing to throw', 'give an Error.');
    }
    const shown = preview(error);
    if (!this.#app.main.clone(error, sharing).ok) {
      throw faultImpossible(`workers.inject.scriptError(${shown})`, 'it has to be copied', 'give an Error.');
    }
    const record = worker === undefined ? undefined : this.#unstarted(worker, 'scriptError');
    const call = `scriptError(${[shown, ...(record === undefined ? [] : [record.label])].join(', ')})`;
    this.#add({ kind: 'script-error', worker: record, error }, call, startOf(record));
  }

  /**
   * The next message that is delivered from one end to the other can't be rebuilt there: the receiver's `onmessageerror`
   * and its `messageerror` listeners are called without an argument, and the message is skipped; a worker's exit code
   * becomes 1 (S-51d).
   *
   * @param from a worker and `'host'`, or the two workers of which one has constructed the other; `to` likewise.
   * @throws ToolError `FOW_NO_LINK`, `FOW_FAULT_IMPOSSIBLE` when the worker has stopped.
   */
  messageError(from: string | object, to: string | object): void {
    const channel = this.#world.links.between(from, to);
    const call = `messageError(${channel.from}, ${channel.receiver.name})`;
    const worker = this.#living(channel.worker, call);
    const waitedFor = `a message from ${channel.from} that ${channel.receiver.name} receives`;
    this.#add({ kind: 'message-error', worker, to: channel.to }, call, waitedFor);
  }

  /**
   * The next global call of a worker throws 10200021: the host does not get round to it before the time limit, which the
   * clock shows, and does not call the method later either (L-117).
   *
   * @throws ToolError `FOW_FAULT_IMPOSSIBLE` when the worker has stopped.
   */
  callTimeout(worker: string | object): void {
    const record = this.#world.links.workerAt(worker);
    const call = `callTimeout(${record.label})`;
    this.#living(record, call);
    this.#add({ kind: 'call-timeout', worker: record }, call, `a global call of ${record.label}`);
  }

  /**
   * A worker's thread ends on the spot: no `onclose`, nothing that is queued for it is read, and the exit event follows
   * with code 1. No rule says so: on a device such a crash may take the whole app with it.
   *
   * @throws ToolError `FOW_FAULT_IMPOSSIBLE` when the worker has stopped, or is in the middle of a task.
   */
  crash(worker: string | object): void {
    const record = this.#idle(worker, 'crash');
    this.#happened(record.thread, 'crash');
    crashThread(this.#app, record);
  }

  /**
   * The environment that constructed a worker goes away, as when a worker ends before those that it has constructed: what
   * the worker sends vanishes, its global calls throw 10200004, no exit event comes, and if it has not started it never
   * does (L-17, L-103). To the host object, it is gone.
   *
   * @throws ToolError `FOW_FAULT_IMPOSSIBLE` when the worker has stopped, or is in the middle of a task.
   */
  hostGone(worker: string | object): void {
    const record = this.#idle(worker, 'hostGone');
    this.#happened(record.host, 'host-gone', record);
    loseHost(this.#app, record);
  }

  #add(fault: Fault, call: string, waitedFor: string): void {
    this.#world.injections.add(fault, faultUnused(`workers.inject.${call}`, waitedFor));
  }

  #unstarted(worker: string | object, method: string): WorkerRecord {
    const record = this.#world.links.workerAt(worker);
    if (record.inLane.tasks.toArray().some(({ payload }) => payload.kind === 'start')) return record;
    const why = `${record.label} has started already`;
    const hint = 'inject it before the script is run, which the first step of the worker does.';
    throw faultImpossible(`workers.inject.${method}(${record.label})`, why, hint);
  }

  #idle(worker: string | object, method: string): WorkerRecord {
    const record = this.#world.links.workerAt(worker);
    const call = `${method}(${record.label})`;
    this.#living(record, call);
    if (!this.#world.session.kernel.isRunning(record.thread.agent)) return record;
    const why = `${record.label} is in the middle of a task`;
    throw faultImpossible(`workers.inject.${call}`, why, 'inject it between two tasks, from the test itself.');
  }

  #living(record: WorkerRecord, call: string): WorkerRecord {
    if (!record.stopped) return record;
    const why = `${record.label} has stopped`;
    throw faultImpossible(`workers.inject.${call}`, why, 'inject it while the worker lives.');
  }

  #happened(thread: WorkerRecord['thread'], kind: FaultKind, worker?: WorkerRecord): void {
    const about = worker === undefined ? {} : { worker };
    this.#app.ports.observe({ type: 'fault', thread, kind, ...about });
  }

  get #app() {
    return this.#world.session.app;
  }
}

function startOf(record: WorkerRecord | undefined): string {
  return record === undefined ? 'the next worker that starts' : `the start of ${record.label}`;
}
