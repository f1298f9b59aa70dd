import { type ArkTS, createArkTS } from '../arkts';
import type { Task } from '../kernel';
import { createMainKit, destroyWorker, renewMainModule, type WorkerRecord, type WorkerTask } from '../ohos';
import type { Project } from '../project';
import { Arrangements } from './arrangements';
import { Autopilot } from './autopilot';
import { Breakpoints } from './breakpoints';
import { Configuration } from './configuration';
import { Debugging } from './debugging';
import { Guard } from './guard';
import { Injections } from './injections';
import { Leases } from './leases';
import { Links } from './links';
import type { FakeOhosWorkerOptions, Settings } from './options';
import { notAWorker, PastWorkers, scopeTitle } from './past-workers';
import { Replays } from './replays';
import { Session } from './session';
import { StandIns } from './stand-ins';
import type { Surroundings } from './surroundings';
import { Timekeeper } from './timekeeper';
import { WorkerHandle } from './worker-handle';

/** The world of one test file: the current session, and what outlives it. */
export class World {
  /** The module object of the test's realm, and what its objects are made with. */
  readonly mainKit: Session['app']['ports']['mainKit'];
  readonly arrangements = new Arrangements(this);
  readonly breakpoints = new Breakpoints(this);
  readonly injections = new Injections(this);
  readonly replays = new Replays(this);
  readonly standIns = new StandIns(this);
  readonly time = new Timekeeper(this);
  /** Absent unless somebody debugs. */
  readonly debugging: Debugging | undefined;
  readonly #autopilot: Autopilot;
  readonly #guard = new Guard(this, (file) => this.#configuration.project.relative(file));
  readonly #scopes = new WeakMap<WorkerRecord, object>();
  readonly #realms = new WeakMap<object, WorkerRecord>();
  readonly #configuration: Configuration;
  readonly #leases: Leases;
  readonly #past = new PastWorkers();
  readonly #said = new Set<string>();
  readonly #unseen: unknown[] = [];
  #arkts: ArkTS | undefined;
  #links: Links;
  #session: Session;

  constructor(readonly surroundings: Surroundings) {
    this.#configuration = new Configuration(surroundings, (before) => this.#reconfigured(before));
    this.#leases = new Leases(() => surroundings.currentScope());
    this.mainKit = createMainKit(() => this.#session.app.mainRules, this.settings.apiVersion);
    this.#autopilot = new Autopilot(this);
    if (surroundings.debugger !== undefined) this.debugging = new Debugging(this, surroundings.debugger);
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
    return this.#configuration.settings;
  }

  get project(): Project {
    return this.#configuration.project;
  }

  /** Lasts until the scope that is going on ends. */
  configure(options: FakeOhosWorkerOptions): void {
    const needsNewSession = this.#configuration.change(options, this.#session.app.workers.length > 0);
    if (needsNewSession) this.#renew();
  }

  /** A new process: everything of the old one is stopped and forgotten. */
  reset(): void {
    this.injections.giveUp();
    this.#remember(this.#session.app.workers, 'workers.reset()');
    this.#renew();
  }

  /** A new process, in which what scopes have lent goes on. */
  #renew(): void {
    for (const record of this.livingWorkers()) destroyWorker(this.#session.app, record);
    this.#autopilot.stop();
    this.#unseen.push(...this.#session.uncaught.takeUnseen());
    this.#links = new Links(this);
    this.debugging?.sessionBegan();
    this.#session = this.#newSession();
    this.replays.sessionBegan();
    this.time.begin();
  }

  /** The errors that nobody has seen, of this session and of those that were reset; from now on they count as seen. */
  takeUnseenErrors(): unknown[] {
    return [...this.#unseen.splice(0), ...this.#session.uncaught.takeUnseen()];
  }

  /**
   * The worker that an object or a label stands for.
   *
   * @param allowed what may be given besides, for the error.
   * @throws ToolError `FOW_NOT_A_WORKER`
   */
  recordOf(worker: unknown, allowed = ''): WorkerRecord {
    const { app } = this.#session;
    const hostObject = worker instanceof WorkerHandle ? worker.hostObject : worker;
    const record =
      typeof worker === 'string' ? app.workers.find(({ label }) => label === worker) : app.workerOf(Object(hostObject));
    if (record !== undefined) return record;
    const labels = app.workers.map(({ label }) => label);
    throw notAWorker(worker, this.#past.of(hostObject), labels, allowed);
  }

  /** Undoes something at the end of the scope that is going on. */
  untilScopeEnds(undo: () => void): void {
    this.#leases.add(undo);
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
    const { uncaught } = this.#session;
    const done = this.performUnattended(task);
    uncaught.throwNext();
    return done;
  }

  /** Performs one task; what it leaves uncaught fails the test in the end. */
  performUnattended(task?: Task<WorkerTask>): Task<WorkerTask> | undefined {
    const { nested } = this.#session;
    if (nested.length > 0) nested.length = 0;
    if (this.debugging !== undefined) return this.debugging.perform(task, (chosen) => this.#perform(chosen));
    return this.#perform(task);
  }

  #perform(task: Task<WorkerTask> | undefined): Task<WorkerTask> | undefined {
    this.replays.begins(task);
    const inVirtualTime = this.settings.clock === 'virtual';
    return inVirtualTime ? this.#guard.step(task) : this.time.during(() => this.#guard.step(task));
  }

  /** There may be something to perform. */
  taskArrived(): void {
    if (this.settings.mode === 'auto') this.#autopilot.wake();
    this.time.taskArrived();
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
    this.#guard.drainRealms();
  }

  /**
   * Performs tasks, which makes code of the user's run. A handler in it that doesn't return is cut off.
   *
   * @throws what `body` throws, and ToolError `FOW_ENDLESS_HANDLER`.
   */
  guarded<T>(body: () => T): T {
    const run = (): T => this.#guard.run(body);
    return this.settings.clock === 'virtual' ? run() : this.time.during(run);
  }

  /** As {@link guarded}, for `settle` and auto mode, in whose turns of the event loop it costs nothing. */
  guardedTurn<T>(body: () => T): T {
    const run = (): T => this.#guard.turn(body);
    return this.settings.clock === 'virtual' ? run() : this.time.during(run);
  }

  /** The workers of a scope that is over are no more. When nothing is left, the next test starts afresh. */
  endScope(scope: object): void {
    const { app } = this.#session;
    this.#links.leases.endScope(scope);
    this.#leases.endScope(scope);
    const over = app.workers.filter((record) => this.#scopes.get(record) === scope);
    this.#remember(over, scopeTitle(scope));
    for (const record of over) if (!record.is('gone')) destroyWorker(app, record);
    this.#configuration.endScope(scope);
    if (this.livingWorkers().length === 0) this.#renew();
  }

  /** What is asked of them from now on is told as such. */
  #remember(workers: readonly WorkerRecord[], endedWith: string): void {
    const { recorder, sites } = this.#session;
    for (const record of workers) {
      const { start } = recorder.historyOf(record);
      this.#past.add(record, { endedWith, constructedAt: start && sites.siteOf(start) });
    }
  }

  #reconfigured(before: Settings): void {
    const { apiVersion, clock, mode } = this.settings;
    if (apiVersion !== before.apiVersion) renewMainModule(this.mainKit, () => this.#session.app.mainRules, apiVersion);
    if (clock !== before.clock) this.time.begin();
    if (mode === 'auto') this.#autopilot.wake();
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

  #newSession(): Session {
    const { surroundings } = this;
    return new Session({
      surroundings,
      settings: () => this.settings,
      project: () => this.project,
      mainKit: this.mainKit,
      arkts: () => this.#arktsOnDemand,
      elementsOf: (proxy) => this.#arkts?.elementsOf(proxy),
      said: this.#said,
      past: this.#past,
      onWorker: (record) => {
        this.#scopes.set(record, this.#scopeForNew(record));
        if (record.thread.realm !== undefined) this.#realms.set(record.thread.realm, record);
      },
      faults: this.injections.faults,
      transit: this.#links,
      keptFrom: ({ thread }) =>
        this.#links.busy.flatMap(({ receiver, waiting }) => (receiver === thread ? waiting : [])),
      time: this.time,
      standIns: this.standIns,
      onQueued: (task) => {
        this.debugging?.queued(task);
        this.taskArrived();
      },
    });
  }
}
