import type { ArkTS, CallingThread } from '../arkts';
import type { ToolErrorParts } from '../base';
import type { ClonePrimitives } from '../clone';
import type { Agent, Kernel, VirtualClock } from '../kernel';
import type { Realm, RealmRequest, Watchdog } from '../realm';
import { Answers } from './answers';
import { existsAt, type Feature } from './api-level';
import type { Faults } from './faults';
import type { RealmKit, ThreadRules } from './guest';
import type { FirstUse, Happening, Uncaught } from './happening';
import type { JsThread } from './js-thread';
import type { TimerTask, WorkerTask } from './tasks';
import { type NewThread, ThreadFactory } from './thread-factory';
import { createThreadRules } from './thread-rules';
import { createTimerRules } from './timer-rules';
import type { Transit } from './transit';
import { WorkerCounts, type WorkerLimits } from './worker-counts';
import type { WorkerRecord } from './worker-record';
import { WorkerRoster } from './worker-roster';
import type { ScriptLookup } from './worker-script';
import type { ExitCode } from './worker-state';

/** What the simulated app process needs from its surroundings. */
export interface AppPorts {
  readonly primitives: ClonePrimitives;
  /** The test's realm, where the main thread's code runs. It outlives processes. */
  readonly mainKit: RealmKit;
  /** What all threads share: the same classes in every process of a test file. */
  arkts(): ArkTS;
  createRealm(request: RealmRequest): Realm;
  resolveScript(url: string, callingFile: string | undefined): ScriptLookup;
  /** The project-relative form of an absolute path, with forward slashes. */
  relativePath(file: string): string;
  /** Whether a file is part of this package rather than user code. */
  isOwnFile(file: string): boolean;
  /** Remembers where in user code the running call was made; the text is made when it is asked for. */
  captureCallSite(): () => string | undefined;
  /** Failures that the test wants. They outlive processes. */
  readonly faults: Faults;
  readonly transit: Transit;
  /** Remembers where in user code a timer is being set. */
  locateTimer(timer: TimerTask): void;
  observe(happening: Happening): void;
  uncaught(uncaught: Uncaught): void;
  /** The wall clock's reading, in milliseconds since the Unix epoch. */
  date(): number;
  random(): number;
  /** Cuts off user code that doesn't return. */
  readonly watchdog: Watchdog;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The device that is simulated. */
export interface Device {
  readonly apiVersion: number;
  readonly limits: WorkerLimits;
}

/** Which worker classes the process uses, decided by the first constructor call (E-1). */
type VersionLatch = 'unset' | 'old' | 'new';

/** One simulated app process: its threads and workers, and what they share. */
export class AppProcess {
  latch: VersionLatch = 'unset';
  /** What set the latch. */
  firstUse: FirstUse | undefined;
  readonly counts: WorkerCounts;
  readonly faults: Faults;
  readonly main: JsThread;
  /** What the functions of the main thread's module do while this is the current process. */
  readonly mainRules: ThreadRules;
  readonly #roster = new WorkerRoster();
  /** The native side of each host object, until its exit event is done. Missing: "worker gone" (L-3, E-8). */
  readonly records = new WeakMap<object, WorkerRecord>();
  readonly answers: Answers;
  readonly #factory: ThreadFactory;
  readonly #threads = new Map<Agent<WorkerTask>, JsThread>();
  #lastTimerId = 0;
  #lastWorkerId = 0;

  constructor(
    readonly kernel: Kernel<WorkerTask>,
    readonly clock: VirtualClock,
    readonly ports: AppPorts,
    readonly device: Device,
  ) {
    this.counts = new WorkerCounts(device.limits);
    this.faults = ports.faults;
    this.answers = new Answers(ports.primitives);
    this.#factory = new ThreadFactory(this);
    this.main = this.#factory.makeMain();
    this.mainRules = createThreadRules(this, this.main);
    this.#threads.set(this.main.agent, this.main);
  }

  /** Makes the thread of a worker that is being constructed, which is served from now on. */
  addWorkerThread(wanted: NewThread): JsThread {
    const thread = this.#factory.makeWorker(wanted);
    this.#threads.set(thread.agent, thread);
    return thread;
  }

  /** In the order of construction: all that live, and of those that are gone the youngest. */
  get workers(): readonly WorkerRecord[] {
    return this.#roster.all;
  }

  /** Those whose exit event has not been delivered. */
  get livingWorkers(): ReadonlySet<WorkerRecord> {
    return this.#roster.living;
  }

  /** The worker that was constructed as this host object, be it gone. */
  workerOf(hostObject: object): WorkerRecord | undefined {
    return this.#roster.of(hostObject);
  }

  enlist(record: WorkerRecord): void {
    record.thread.record = record;
    record.host.children.add(record);
    this.records.set(record.hostObject, record);
    this.#roster.add(record);
  }

  /** The exit event has been delivered, or never will be. */
  retire(record: WorkerRecord, exitCode: ExitCode | undefined): void {
    record.markGone(exitCode);
    record.host.children.delete(record);
    this.records.delete(record.hostObject);
    this.#roster.retire(record);
    this.#releaseUnused(record);
    const { record: parent } = record.host;
    if (parent?.is('gone')) this.#releaseUnused(parent);
  }

  /** Workers that it has constructed may live on without it; a test may destroy it in the middle of a task of its own. */
  #releaseUnused(record: WorkerRecord): void {
    const { agent, children } = record.thread;
    if (children.size === 0 && !this.kernel.isRunning(agent)) record.release();
  }

  /** The thread is never served again. */
  removeThread(thread: JsThread): void {
    this.#threads.delete(thread.agent);
    this.kernel.removeAgent(thread.agent);
  }

  /** Whether the device is young enough for something. */
  has(feature: Feature): boolean {
    return existsAt(this.device.apiVersion, feature);
  }

  threadOf(agent: Agent<WorkerTask>): JsThread | undefined {
    return this.#threads.get(agent);
  }

  /** The thread whose code is running, for what all threads share. */
  get callingThread(): CallingThread {
    const thread = this.#runningThread;
    return {
      process: this,
      businessError: (code, message) => thread.kit.businessError(code, message),
      global: (name) => thread.kit.makers.global(name),
      wake: (callback) => this.#wake(thread, callback),
    };
  }

  get #runningThread(): JsThread {
    const { current } = this.kernel;
    return (current && this.#threads.get(current.agent)) ?? this.main;
  }

  /** The main thread's promise jobs come when the test yields, whoever queues them (L-90). */
  #wake(thread: JsThread, callback: () => void): void {
    if (thread.isMain || thread === this.#runningThread) callback();
    else createTimerRules(this, thread).setTimeout([callback]);
  }

  /** Ids are numbers that grow over all threads of the process (L-131). */
  nextTimerId(): number {
    return ++this.#lastTimerId;
  }

  nextWorkerId(): number {
    return ++this.#lastWorkerId;
  }

  diagnose(problem: ToolErrorParts): void {
    this.ports.observe({ type: 'diagnostic', problem });
  }
}
