import { types } from 'node:util';
import { describeProblem, isToolError, preview, type ToolErrorParts } from '../base';
import { sharing } from '../clone';
import { fifo, Kernel, seededRandom, type Task, VirtualClock } from '../kernel';
import {
  AppProcess,
  type Happening,
  isUnreadable,
  positionOf,
  type Uncaught,
  type WorkerRecord,
  type WorkerTask,
  WorkerTaskPerformer,
} from '../ohos';
import type { Project } from '../project';
import { Trace } from '../trace';
import { type CallSite, captureCallSite, firstSite } from './call-site';
import { diagnose } from './diagnosis';
import { describeHandled, describePosition } from './diagnosis-of-errors';
import { Diagnostics } from './diagnostics';
import { EventLoop } from './event-loop';
import { describeLoadFailure } from './load-failure';
import type { Settings } from './options';
import type { PastWorkers } from './past-workers';
import { PostSites } from './post-sites';
import { Recorder } from './recorder';
import type { StandIns } from './stand-ins';
import type { Surroundings } from './surroundings';
import { type TaskView, viewOf } from './task-view';
import type { Timekeeper } from './timekeeper';
import { UncaughtErrors } from './uncaught-errors';

export interface SessionPorts {
  readonly surroundings: Surroundings;
  readonly settings: () => Settings;
  readonly project: () => Project;
  readonly mainKit: AppProcess['ports']['mainKit'];
  readonly arkts: AppProcess['ports']['arkts'];
  readonly elementsOf: NonNullable<AppProcess['ports']['primitives']['elementsOf']>;
  /** Codes of the diagnostics that have been said in this test file. */
  readonly said: Set<string>;
  /** What links keep back on the way to a worker. */
  readonly keptFrom: (worker: WorkerRecord) => readonly Task<WorkerTask>[];
  readonly past: PastWorkers;
  /** A worker was constructed. */
  readonly onWorker: (record: WorkerRecord) => void;
  readonly faults: AppProcess['ports']['faults'];
  readonly transit: AppProcess['ports']['transit'];
  readonly time: Timekeeper;
  readonly standIns: StandIns;
  /** A task was queued. */
  readonly onQueued: (task: Task<WorkerTask>) => void;
}

/** One app process from its start to a reset: everything that must begin anew for a test to be repeatable. */
export class Session {
  readonly clock = new VirtualClock();
  readonly trace: Trace;
  readonly kernel: Kernel<WorkerTask>;
  readonly app: AppProcess;
  readonly recorder: Recorder;
  readonly uncaught: UncaughtErrors;
  readonly eventLoop: EventLoop;
  readonly diagnostics: Diagnostics;
  readonly sites = new PostSites(() => this.#captureCallSite());
  /** The tasks that were performed inside the last one. */
  readonly nested: Task<WorkerTask>[] = [];

  constructor(private readonly ports: SessionPorts) {
    const { surroundings, mainKit, said } = ports;
    const { apiVersion, limits, trace, mostKept } = ports.settings();
    this.trace = new Trace({ now: () => this.clock.now, during: () => this.kernel.current?.id, ...trace });
    this.diagnostics = new Diagnostics(said, (text) => surroundings.warn(text), mostKept);
    this.uncaught = new UncaughtErrors(mostKept);
    this.eventLoop = new EventLoop(surroundings);
    this.recorder = this.#createRecorder();
    const performer = new WorkerTaskPerformer();
    const observer = {
      queued: (task: Task<WorkerTask>) => {
        this.recorder.tasks.queued(task);
        ports.onQueued(task);
      },
      began: (task: Task<WorkerTask>) => this.recorder.tasks.began(task),
      ended: (task: Task<WorkerTask>) => {
        this.recorder.tasks.ended(task);
        if (this.kernel.current !== undefined) this.nested.push(task);
      },
    };
    this.kernel = new Kernel<WorkerTask>({ policy: fifo, performer, observer });
    this.app = new AppProcess(this.kernel, this.clock, this.#appPorts(mainKit), { apiVersion, limits });
    performer.app = this.app;
  }

  /** Every script that is refused is told; the error of the device says nothing about it. */
  #refused(problem: ToolErrorParts): void {
    this.recorder.happened({ type: 'diagnostic', problem });
    this.diagnostics.add(problem, describeProblem(problem));
  }

  #diagnose(problem: ToolErrorParts, quietly: boolean): void {
    this.recorder.happened({ type: 'diagnostic', problem });
    if (quietly) this.diagnostics.keep(problem);
    else this.diagnostics.add(problem);
  }

  /** Nobody handled a promise rejection in a worker (L-60). If a handler had answered the promise, its message is known. */
  reportRejection(worker: WorkerRecord, reason: unknown, promise: object): void {
    const { onUnhandled } = this.ports.settings();
    if (onUnhandled === 'ignore') return;
    const what = `unhandled promise rejection in ${worker.label}; on a device nobody hears of it`;
    const during = this.app.answers.taskOf(promise);
    const context = [what, ...describeHandled(during, this.sites)].join('; ');
    const thrownAt = describePosition(positionOf(this.app, worker.thread, reason));
    const raised = this.recorder.raised(worker, reason);
    const copy = this.app.main.clone(reason);
    const error = copy.ok ? copy.value : preview(reason);
    const entry = { error, worker: worker.label, context, during: this.#viewOf(during), thrownAt };
    this.uncaught.addRejection(entry, raised, onUnhandled === 'fail');
    this.trace.add(worker.label, { type: 'uncaught', error: textOf(error), context });
  }

  #reportUncaught({ error, worker, context: what, during, position, exception, loading }: Uncaught): void {
    const shown = loading && worker !== undefined ? describeLoadFailure(worker, error) : error;
    const context = [what, ...describeHandled(during, this.sites)].join('; ');
    const thrownAt = worker === undefined ? this.#siteOf(error) : describePosition(position);
    const entry = { error: shown, worker: worker?.label, context, during: this.#viewOf(during), thrownAt };
    this.uncaught.add(entry, this.recorder.raisedBy(exception));
    this.trace.add(worker?.label ?? 'host', { type: 'uncaught', error: textOf(shown), context });
  }

  #viewOf(task: Task<WorkerTask> | undefined): TaskView | undefined {
    return task && viewOf(this, task);
  }

  /** Where in user code an error was made. */
  #siteOf(error: unknown): string | undefined {
    const { project, surroundings } = this.ports;
    return types.isNativeError(error)
      ? firstSite(error.stack, surroundings, (file) => project().relative(file))
      : undefined;
  }

  #captureCallSite(): CallSite {
    const { project, surroundings } = this.ports;
    return captureCallSite(surroundings, (file) => project().relative(file));
  }

  #createRecorder(): Recorder {
    const { project, surroundings } = this.ports;
    return new Recorder({
      copy: (value) => {
        const copy = this.app.main.clone(value, sharing);
        return copy.ok ? copy.value : preview(value);
      },
      trace: this.trace,
      now: () => this.clock.now,
      relativePath: (file) => project().relative(file),
      print: (level, worker, args) => surroundings.print(level, worker, args),
      sites: this.sites,
      keptFrom: (worker) => this.ports.keptFrom(worker),
      isUnreadable: (message) => isUnreadable(this.app, message),
      mostKept: this.ports.settings().mostKept,
    });
  }

  #appPorts(mainKit: SessionPorts['mainKit']): AppProcess['ports'] {
    const { surroundings, settings, project, arkts, elementsOf, standIns } = this.ports;
    return {
      primitives: { ...surroundings.primitives, elementsOf },
      mainKit,
      arkts,
      createRealm: (request) => surroundings.createRealm(request, settings().isolation),
      resolveScript: (url, callingFile) => {
        surroundings.currentScope(); // Throws before there is a worker that belongs to nobody.
        this.ports.time.assertKept();
        return standIns.lookUp(url, callingFile);
      },
      relativePath: (file) => project().relative(file),
      isOwnFile: (file) => surroundings.isOwnFile(file),
      captureCallSite: () => this.#captureCallSite(),
      faults: this.ports.faults,
      transit: this.ports.transit,
      locateTimer: (timer) => this.sites.noteTimer(timer),
      observe: (happening) => this.#happened(happening),
      uncaught: (uncaught) => this.#reportUncaught(uncaught),
      date: () => this.ports.time.date,
      random: seededRandom(1),
      watchdog: surroundings.watchdog,
      env: surroundings.env,
    };
  }

  #happened(happening: Happening): void {
    if (happening.type === 'diagnostic') return this.#refused(happening.problem);
    this.recorder.happened(happening);
    if (happening.type === 'constructed') this.#constructed(happening.worker);
    const quietly = this.#isForTheTest(happening) || this.#isExpected(happening);
    const worker = workerOf(happening);
    for (const problem of diagnose(happening, this.sites, this.app, this.ports.past)) {
      this.#diagnose(problem, quietly);
      if (worker !== undefined && !quietly) this.recorder.historyOf(worker).diagnostics.add(problem);
    }
  }

  #constructed(worker: WorkerRecord): void {
    this.ports.onWorker(worker);
    this.eventLoop.workerMade();
  }

  /** The test has asserted the error before anybody could have heard of it. */
  #isExpected(happening: Happening): boolean {
    return happening.type === 'unheard-error' && this.uncaught.isExpected(this.recorder.raisedBy(happening.exception));
  }

  /** A test need not set an onmessage to look at what its host has received. */
  #isForTheTest(happening: Happening): boolean {
    if (happening.type !== 'unheard-message') return false;
    const { to, worker } = happening.task;
    return to === 'host' && worker.host === this.app.main;
  }
}

/** The worker that a happening concerns most. */
function workerOf(happening: Happening): WorkerRecord | undefined {
  if ('worker' in happening) return happening.worker;
  return 'task' in happening && 'worker' in happening.task ? happening.task.worker : undefined;
}

function textOf(error: unknown): string {
  if (isToolError(error)) return error.code;
  return error instanceof Error ? String(error) : preview(error);
}
