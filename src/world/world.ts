import { type ArkTS, createArkTS } from '../arkts';
import type { Task } from '../kernel';
import {
  crashAfterCutOff,
  createMainKit,
  destroyWorker,
  drainJobs,
  renewMainModule,
  type WorkerRecord,
  type WorkerTask,
} from '../ohos';
import type { Project } from '../project';
import type { StoppedFrame } from '../realm';
import { Autopilot } from './autopilot';
import { Breakpoints } from './breakpoints';
import { endlessHandler } from './endless-handler';
import { Injections } from './injections';
import { Links } from './links';
import { type FakeOhosWorkerOptions, readOptions, type Settings } from './options';
import { Session } from './session';
import { StandIns } from './stand-ins';
import type { Surroundings } from './surroundings';
import { Timekeeper } from './timekeeper';
import { configuredTooLate, notAWorker } from './usage-errors';
import { WorkerHandle } from './worker-handle';

/** Options that may change while workers live. */
const changeable = ['mode', 'clock', 'maxSteps', 'maxHandlerTime', 'onUnhandled', 'leaks'];

/** To watch a call costs about as much as a message: of a test that makes more, the later ones are not watched. */
const mostWatched = 1_000;

/** The world of one test file: the current session, and what outlives it. */
export class World {
  /** The module object of the test's realm, and what its objects are made with. */
  readonly mainKit: Session['app']['ports']['mainKit'];
  readonly breakpoints = new Breakpoints(this);
  readonly injections = new Injections(this);
  readonly standIns = new StandIns(this);
  readonly time = new Timekeeper(this);
  readonly #autopilot: Autopilot;
  readonly #scopes = new WeakMap<WorkerRecord, object>();
  readonly #realms = new WeakMap<object, WorkerRecord>();
  readonly #said = new Set<string>();
  readonly #unseen: unknown[] = [];
  #overrides: { readonly scope: object; readonly options: FakeOhosWorkerOptions }[] = [];
  #leases: { readonly scope: object; readonly undo: () => void }[] = [];
  #arkts: ArkTS | undefined;
  /** Whose promise jobs are running outside of any task. */
  #draining: WorkerRecord['thread'] | undefined;
  #settings: Settings;
  #project: Project;
  #links: Links;
  #session: Session;

  constructor(readonly surroundings: Surroundings) {
    this.#settings = readOptions(surroundings.options);
    this.#project = surroundings.openProject(this.#settings.projectRoot);
    this.mainKit = createMainKit(() => this.#session.app.mainRules, this.#settings.apiVersion);
    this.#autopilot = new Autopilot(this);
    this.#links = new Links(this);
    this.#session = this.#newSession();
    this.time.begin();
  }

  /** The links of the session. */
  get links(): Links {
    return this.#links;
  }

  get session(): Session {
    return this.#session;
  }

  get settings(): Settings {
    return this.#settings;
  }

  /** Lasts until the scope that is going on ends. */
  configure(options: FakeOhosWorkerOptions): void {
    const settings = this.#settingsWith(options);
    const needsNewSession = Object.keys(options).some((name) => !changeable.includes(name));
    if (needsNewSession && this.#session.app.workers.length > 0) throw configuredTooLate(options);
    this.#overrides.push({ scope: this.surroundings.currentScope(), options });
    this.#apply(settings);
    if (needsNewSession) this.#renew();
  }

  /** A new process: everything is stopped and forgotten. */
  reset(): void {
    this.#endLeases(() => true);
    this.#renew();
  }

  /** A new process, in which what scopes have lent goes on. */
  #renew(): void {
    for (const record of this.livingWorkers()) destroyWorker(this.#session.app, record);
    this.#autopilot.stop();
    this.#unseen.push(...this.#session.uncaught.takeUnseen());
    this.#links = new Links(this);
    this.#session = this.#newSession();
    this.time.begin();
  }

  /** The errors that nobody has seen, of this session and of those that were reset; from now on they count as seen. */
  takeUnseenErrors(): unknown[] {
    return [...this.#unseen.splice(0), ...this.#session.uncaught.takeUnseen()];
  }

  /**
   * The worker that an object stands for.
   *
   * @throws ToolError `FOW_NOT_A_WORKER`
   */
  recordOf(worker: unknown): WorkerRecord {
    const hostObject = worker instanceof WorkerHandle ? worker.hostObject : worker;
    const record = this.#session.app.workerOf(Object(hostObject));
    if (record === undefined) throw notAWorker(worker);
    return record;
  }

  /** @param agent its name, or the worker that runs on it. */
  agentName(agent: string | object): string {
    return typeof agent === 'string' ? agent : this.recordOf(agent).label;
  }

  /** Undoes something at the end of the scope that is going on, or of the process if that comes first. */
  untilScopeEnds(undo: () => void): void {
    this.#leases.push({ scope: this.surroundings.currentScope(), undo });
  }

  /** The stretch of the test file that a worker lives as long as. */
  scopeOf(record: WorkerRecord): object | undefined {
    return this.#scopes.get(record);
  }

  livingWorkers(): WorkerRecord[] {
    return [...this.#session.app.livingWorkers];
  }

  workerOf(realm: object): WorkerRecord | undefined {
    return this.#realms.get(realm);
  }

  /** Performs one task; throws what it left uncaught. */
  perform(task?: Task<WorkerTask>): Task<WorkerTask> | undefined {
    const { nested, uncaught } = this.#session;
    if (nested.length > 0) nested.length = 0;
    const inVirtualTime = this.#settings.clock === 'virtual';
    const done = inVirtualTime ? this.#performWatched(task) : this.time.during(() => this.#performWatched(task));
    uncaught.throwNext();
    return done;
  }

  #performWatched(task: Task<WorkerTask> | undefined): Task<WorkerTask> | undefined {
    const { kernel } = this.#session;
    if (this.surroundings.watchdog.isWatching) return task === undefined ? kernel.step() : kernel.stepTask(task);
    if (kernel.isIdle) return undefined;
    return this.#watch(() => (task === undefined ? kernel.step() : kernel.stepTask(task)));
  }

  /** There may be something to perform. */
  taskArrived(): void {
    if (this.#settings.mode === 'auto') this.#autopilot.wake();
    else this.time.taskArrived();
  }

  /** While somebody else performs tasks, between which the test yields. */
  async withoutAutopilot<T>(body: () => Promise<T>): Promise<T> {
    this.#autopilot.rest();
    try {
      return await body();
    } finally {
      this.#autopilot.goOn();
    }
  }

  drainRealms(): void {
    const { livingWorkers } = this.#session.app;
    if (livingWorkers.size > 0) this.#watch(() => this.#drain(livingWorkers));
  }

  /**
   * Performs tasks, which makes code of the user's run. A handler in it that doesn't return is cut off.
   *
   * @throws what `body` throws, and ToolError `FOW_ENDLESS_HANDLER`.
   */
  watched<T>(body: () => T): T {
    const watch = (): T => (this.#session.kernel.isIdle ? body() : this.#watch(body));
    return this.#settings.clock === 'virtual' ? watch() : this.time.during(watch);
  }

  #watch<T>(body: () => T): T {
    const { watchdog } = this.surroundings;
    if (watchdog.isWatching || this.#session.watched++ >= mostWatched) return body();
    const end = watchdog.watch(this.#settings.maxHandlerTime, body);
    if (!end.cut) return end.value;
    throw this.#cutOff(end.frames);
  }

  /** The workers of a scope that is over are no more. When nothing is left, the next test starts afresh. */
  endScope(scope: object): void {
    const { app } = this.#session;
    this.#endLeases((lease) => lease.scope === scope);
    for (const record of this.livingWorkers()) {
      if (this.#scopes.get(record) === scope) destroyWorker(app, record);
    }
    const overrides = this.#overrides.filter((override) => override.scope !== scope);
    const changed = overrides.length !== this.#overrides.length;
    this.#overrides = overrides;
    if (changed) this.#apply(this.#settingsWith());
    if (this.livingWorkers().length === 0) this.#renew();
  }

  #drain(workers: Iterable<WorkerRecord>): void {
    for (const { thread, stopped } of workers) {
      if (stopped) continue;
      this.#draining = thread;
      drainJobs(thread);
    }
    this.#draining = undefined;
  }

  #cutOff(frames: readonly StoppedFrame[]): Error {
    const session = this.#session;
    const tasks = session.kernel.abandon();
    this.time.cutOff();
    const [task] = tasks;
    const drained = this.#draining;
    this.#draining = undefined;
    const agent = task?.agent.name ?? drained?.name ?? 'host';
    const { maxHandlerTime } = this.#settings;
    const relativePath = (file: string): string => this.#project.relative(file);
    const error = endlessHandler({ session, agent, task, frames, maxHandlerTime, relativePath }, this.surroundings);
    session.trace.add(agent, { type: 'uncaught', error: error.code, context: error.parts.summary });
    crashAfterCutOff(session.app, tasks, drained);
    return error;
  }

  #endLeases(isOver: (lease: { readonly scope: object }) => boolean): void {
    const over = this.#leases.filter(isOver);
    this.#leases = this.#leases.filter((lease) => !isOver(lease));
    for (const { undo } of over) undo();
  }

  #apply(settings: Settings): void {
    if (settings.projectRoot !== this.#settings.projectRoot) {
      this.#project = this.surroundings.openProject(settings.projectRoot);
    }
    if (settings.apiVersion !== this.#settings.apiVersion) {
      renewMainModule(this.mainKit, () => this.#session.app.mainRules, settings.apiVersion);
    }
    const { clock } = this.#settings;
    this.#settings = settings;
    if (settings.clock !== clock) this.time.begin();
    if (settings.mode === 'auto') this.#autopilot.wake();
    else this.#autopilot.stop();
  }

  /** A worker that another worker makes lives as long as that one. */
  #scopeForNew({ host }: WorkerRecord): object {
    const parent = host.record === undefined ? undefined : this.#scopes.get(host.record);
    return parent ?? this.surroundings.currentScope();
  }

  /** One set of classes for the whole test file: the test's code holds on to them. */
  get #arktsOnDemand(): ArkTS {
    this.#arkts ??= createArkTS(() => this.#session.app.callingThread);
    return this.#arkts;
  }

  #settingsWith(...options: FakeOhosWorkerOptions[]): Settings {
    return readOptions(this.surroundings.options, ...this.#overrides.map((override) => override.options), ...options);
  }

  #newSession(): Session {
    const { surroundings } = this;
    return new Session({
      surroundings,
      settings: () => this.#settings,
      project: () => this.#project,
      mainKit: this.mainKit,
      arkts: () => this.#arktsOnDemand,
      elementsOf: (proxy) => this.#arkts?.elementsOf(proxy),
      said: this.#said,
      onWorker: (record) => {
        this.#scopes.set(record, this.#scopeForNew(record));
        if (record.thread.realm !== undefined) this.#realms.set(record.thread.realm, record);
      },
      transit: this.#links,
      time: this.time,
      standIns: this.standIns,
      onQueued: () => this.taskArrived(),
    });
  }
}
