import type { ToolErrorParts } from '../base';
import type { StandIn, WorkerRecord } from '../ohos';
import { TraceView } from '../trace';
import type { BreakOptions, Breakpoint } from './breakpoints';
import type { BudgetLimits } from './budget';
import { Clock } from './clock';
import { debugHere } from './debugging';
import { Inject } from './inject';
import { findLeaks, type Leak } from './leaks';
import { Link, type LinkOptions, linkOptions } from './link';
import { checkedOptions } from './option-checks';
import type { FakeOhosWorkerOptions } from './options';
import { type RunReport, type RunUntilOptions, runAll, runUntil, stepOnce } from './run';
import { type SettleOptions, type SettleReport, settle } from './settle';
import type { TaskMatch, TaskPredicate } from './task-match';
import { type TaskView, viewOf } from './task-view';
import type { UncaughtError } from './uncaught-errors';
import { WorkerHandle } from './worker-handle';
import type { World } from './world';

/** The workers of a test and their queue, in the test's hands. */
export class Workers {
  readonly #world: World;
  readonly #handles = new WeakMap<object, WorkerHandle>();
  readonly #links = new WeakMap<object, Link>();
  /** Virtual time, on which the timers of the workers live. */
  readonly clock: Clock;
  /** Failures that only the platform can make. */
  readonly inject: Inject;

  constructor(world: World) {
    this.#world = world;
    this.clock = new Clock(world);
    this.inject = new Inject(world);
  }

  /** The queued tasks as plain data, in the order in which `run` would perform them. */
  get pending(): TaskView[] {
    return this.#world.session.kernel.pending().map((task) => viewOf(this.#world.session, task));
  }

  /**
   * Performs the next task and answers it; `undefined` when nothing is queued. An `async` handler of a worker runs to
   * its end, as far as it waits for nothing but promises of its own realm.
   *
   * @param task one of {@link pending} that may come next, to change the order.
   * @throws what a handler of the host threw, or an error of the worker that would have crashed the app.
   * @throws ToolError `FOW_TASK_NOT_NEXT`, `FOW_CALLED_IN_HANDLER`
   */
  step(task?: Pick<TaskView, 'id'>): TaskView | undefined {
    return stepOnce(this.#world, task);
  }

  /**
   * Performs tasks until none is queued or a breakpoint is hit. Time stands still, and `await` in the test's own code goes on only
   * afterwards: use {@link settle} where that matters.
   *
   * @throws as {@link step}; the queue stays valid and the next call goes on.
   * @throws ToolError `FOW_OVER_BUDGET` when there is no end, `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`
   */
  run(limits: BudgetLimits = {}): RunReport {
    return runAll(this.#world, limits);
  }

  /**
   * Performs tasks up to one that matches, and answers that one. Breakpoints don't count.
   *
   * @throws as {@link run}, ToolError `FOW_NEVER_CAME` when no task matched, `FOW_BAD_MATCH`
   */
  runUntil(wanted: TaskMatch | TaskPredicate, options: RunUntilOptions = {}): TaskView {
    return runUntil(this.#world, wanted, options);
  }

  /**
   * Makes {@link run}, and nothing else, stop before (default) or after each task that matches; the next `run` goes on
   * from there. If the task throws, so does `run`, and has stopped after it. A task inside another one, as a global call
   * brings about, is stopped at after the outer one. Lasts until it is removed, or until the test, `describe` block or
   * file ends that is going on.
   *
   * @throws ToolError `FOW_BAD_MATCH`, `FOW_NOT_A_WORKER`, `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`
   */
  breakOn(wanted: TaskMatch | TaskPredicate, options: BreakOptions = {}): Breakpoint {
    return this.#world.breakpoints.add(wanted, options);
  }

  /**
   * From now on tasks are performed in a recorded order, such as one that `npx fake-ohos-worker debug` has exported, by
   * {@link run}, {@link settle} and whatever else performs tasks. When it is spent, they are performed in the order in
   * which they arrive, as ever. Lasts until the test, `describe` block or file ends that is going on; a later call takes
   * the place of an earlier one.
   *
   * @param schedule ids of tasks. They count from 1 in each process, so from `workers.reset()` on as well; tasks inside
   * others, as a global call brings about, are left out.
   * @throws ToolError `FOW_BAD_SCHEDULE`. Later, whoever performs a task gets `FOW_REPLAY_DIVERGED` if it can't be
   * performed in its turn; the order is given up then.
   */
  replay(schedule: readonly number[]): void {
    this.#world.replays.start(schedule);
  }

  /**
   * Stands still here, for a look around, under `npx fake-ohos-worker debug`.
   *
   * @throws ToolError `FOW_NOT_DEBUGGING` without it, `FOW_CALLED_IN_HANDLER`
   */
  debug(): void {
    debugHere(this.#world);
  }

  /**
   * The way from one end to the other: a worker and the thread that has constructed it, either way round. It is always
   * the same object.
   *
   * @param from `'host'`, or a worker's host object, handle or label; `to` likewise.
   * @throws ToolError `FOW_NO_LINK`, `FOW_NOT_A_WORKER`, `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`
   */
  link(from: string | object, to: string | object, options: LinkOptions = {}): Link {
    const { unordered = false } = checkedOptions(options, linkOptions);
    const { links } = this.#world;
    const channel = links.between(from, to);
    if (unordered && !channel.unordered) links.leases.add(channel.allowOvertaking());
    const link = this.#links.get(channel) ?? new Link(this.#world, channel);
    this.#links.set(channel, link);
    return link;
  }

  /**
   * Runs a function of the test in place of a worker script: `new` with this URL starts a worker that the test plays
   * itself. The function gets what the script would import from `@ohos.worker`, and is called once for each worker. It
   * is ordinary code of the test: its timers are the test's, and its `await`s go on in {@link settle}. Whether there is
   * a script of this URL is not checked, and any URL will do that means the same one. Of several functions the youngest
   * counts; each lasts until the test, `describe` block or file ends that is going on. If no test of the file starts
   * such a worker, a warning says so.
   *
   * @param url as the app's code gives it to the constructor.
   * @throws ToolError `FOW_BAD_STAND_IN`
   * @example
   * workers.script('entry/ets/workers/resize.ts', ({ workerPort }) => {
   *   workerPort.onmessage = ({ data }) => workerPort.postMessage({ ok: true, id: data.id });
   * });
   */
  script(url: string, standIn: StandIn): void {
    this.#world.standIns.add(url, standIn);
  }

  /**
   * As {@link run}, with turns of the real event loop for the host in between: promises of the test's realm are
   * settled, code that awaits them goes on, and I/O that handlers wait for is waited for. Tells what everybody waits on
   * in the end. A budget that is spent is no error here but the state `limit`.
   *
   * @throws as {@link step}, what the promise `until` is rejected with, and ToolError `FOW_UNKNOWN_OPTION`,
   * `FOW_BAD_OPTION`
   */
  settle(options: SettleOptions = {}): Promise<SettleReport> {
    return settle(this.#world, options);
  }

  /**
   * What is known of a worker.
   *
   * @param worker its host object, handle or label.
   * @throws ToolError `FOW_NOT_A_WORKER` when that is no worker of this test.
   */
  get(worker: object | string): WorkerHandle {
    return this.#handleOf(this.#world.recordOf(worker));
  }

  #handleOf(record: WorkerRecord): WorkerHandle {
    const known = this.#handles.get(record);
    if (known !== undefined) return known;
    const { recorder, sites } = this.#world.session;
    const handle = new WorkerHandle(record, recorder.historyOf(record), (task) => sites.of(task));
    this.#handles.set(record, handle);
    return handle;
  }

  /** All workers that live, nested ones too, and the 250 youngest of those that are gone, in the order of construction. */
  get all(): WorkerHandle[] {
    return this.#world.session.app.workers.map((record) => this.#handleOf(record));
  }

  /** The first worker that was given this `name` option; `undefined` when there is none. */
  byName(name: string): WorkerHandle | undefined {
    return this.all.find((handle) => handle.name === name);
  }

  /** What has happened so far. */
  get trace(): TraceView {
    return new TraceView(this.#world.session.trace);
  }

  /** Uncaught errors and unhandled rejections so far. */
  get errors(): readonly UncaughtError[] {
    return this.#world.session.uncaught.all;
  }

  /** What a device would not have told: why messages were dropped, methods lost, scripts refused. */
  get diagnostics(): readonly ToolErrorParts[] {
    return this.#world.session.diagnostics.all;
  }

  /** Workers that nobody has told to end, messages that were never delivered, timers that never fired. */
  leaks(): Leak[] {
    return findLeaks(this.#world);
  }

  /** `manual`, or `auto`: whenever the test yields to the event loop, what is due runs. */
  get mode(): 'manual' | 'auto' {
    return this.#world.settings.mode;
  }

  set mode(mode: 'manual' | 'auto') {
    this.configure({ mode });
  }

  /**
   * Changes options until the end of the test, `describe` block or file that is going on.
   *
   * @throws ToolError `FOW_UNKNOWN_OPTION`, `FOW_BAD_OPTION`, `FOW_CONFIGURED_TOO_LATE`, `FOW_NO_PROJECT`
   */
  configure(options: FakeOhosWorkerOptions): void {
    this.#world.configure(options);
  }

  /** All workers, one line each. */
  toString(): string {
    return this.all.length === 0 ? 'no workers' : this.all.join('\n');
  }

  /**
   * A new process: all workers are gone, and so are the trace, the clock's time and the choice of worker classes. What
   * was asked of links ends with them, and faults that wait are given up, for which the test fails in the end.
   * Breakpoints, stand-ins and options stay until their test, `describe` block or file ends.
   */
  reset(): void {
    this.#world.reset();
  }
}
