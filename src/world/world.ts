import { type ArkTS, createArkTS } from '../arkts';
import type { Task } from '../kernel';
import { createMainKit, destroyWorker, renewMainModule, type WorkerRecord, type WorkerTask } from '../ohos';
import type { Project } from '../project';
import { Arrangements } from './arrangements';
import { Autopilot } from './autopilot';
import { Breakpoints } from './breakpoints';
import { Guard } from './guard';
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

/** The world of one test file: the current session, and what outlives it. */
export class World {
  /** The module object of the test's realm, and what its objects are made with. */
  readonly mainKit: Session['app']['ports']['mainKit'];
  readonly arrangements = new Arrangements(this);
  readonly breakpoints = new Breakpoints(this);
  readonly injections = new Injections(this);
  readonly standIns = new StandIns(this);
  readonly time = new Timekeeper(this);
  readonly #autopilot: Autopilot;
  readonly #guard = new Guard(this, (file) => this.#project.relative(file));
  readonly #scopes = new WeakMap<WorkerRecord, object>();
  readonly #realms = new WeakMap<object, WorkerRecord>();
  readonly #said = new Set<string>();
  readonly #unseen: unknown[] = [];
  #overrides: { readonly scope: object; readonly options: FakeOhosWorkerOptions }[] = [];
  #leases: { readonly scope: object; readonly undo: () => void }[] = [];
  #arkts: ArkTS | undefined;
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

  /** A new process: everything of the old one is stopped and forgotten. */
  reset(): void {
    this.injections.giveUp();
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

  /** Undoes something at the end of the scope that is going on. */
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
    const done = inVirtualTime ? this.#guard.step(task) : this.time.during(() => this.#guard.step(task));
    uncaught.throwNext();
    return done;
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
    this.#guard.drainRealms();
  }

  /**
   * Performs tasks, which makes code of the user's run. A handler in it that doesn't return is cut off.
   *
   * @throws what `body` throws, and ToolError `FOW_ENDLESS_HANDLER`.
   */
  guarded<T>(body: () => T): T {
    const run = (): T => this.#guard.run(body);
    return this.#settings.clock === 'virtual' ? run() : this.time.during(run);
  }

  /** The workers of a scope that is over are no more. When nothing is left, the next test starts afresh. */
  endScope(scope: object): void {
    const { app } = this.#session;
    this.#links.endScope(scope);
    this.#endLeases(scope);
    for (const record of this.livingWorkers()) {
      if (this.#scopes.get(record) === scope) destroyWorker(app, record);
    }
    const overrides = this.#overrides.filter((override) => override.scope !== scope);
    const changed = overrides.length !== this.#overrides.length;
    this.#overrides = overrides;
    if (changed) this.#apply(this.#settingsWith());
    if (this.livingWorkers().length === 0) this.#renew();
  }

  #endLeases(scope: object): void {
    const over = this.#leases.filter((lease) => lease.scope === scope);
    this.#leases = this.#leases.filter((lease) => lease.scope !== scope);
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
      faults: this.injections.faults,
      transit: this.#links,
      time: this.time,
      standIns: this.standIns,
      onQueued: () => this.taskArrived(),
    });
  }
}
