import { assertNever, preview } from '../base';
import type { Task } from '../kernel';
import type { CallTask, DropReason, Happening, HappeningOf, MessageTask, WorkerRecord, WorkerTask } from '../ohos';
import type { Trace } from '../trace';
import { faultTexts } from './fault-texts';
import type { PostSites } from './post-sites';
import { errorText, type RaisedError, raisedError } from './raised-error';
import { methodOf, scriptOf, TaskRecorder } from './task-recorder';
import { sourceOf, viewOf } from './task-view';
import { WorkerHistory } from './worker-history';

export interface RecorderPorts {
  /** A copy of a value in the test's realm. */
  readonly copy: (value: unknown) => unknown;
  readonly trace: Trace;
  /** The world's time. */
  readonly now: () => number;
  readonly relativePath: (file: string) => string;
  /** Prints a line of a worker's console. */
  readonly print: (level: string, worker: string, args: readonly unknown[]) => void;
  readonly sites: PostSites;
  /** What links keep back on the way to a worker. */
  readonly keptFrom: (worker: WorkerRecord) => readonly Task<WorkerTask>[];
  /** How many things of each kind are remembered of a worker. */
  readonly mostKept: number;
  /** Whether the message can't be rebuilt: then none is delivered. */
  readonly isUnreadable: (message: MessageTask) => boolean;
}

/** Writes down what happens: in the trace, and in each worker's history. */
export class Recorder {
  readonly tasks: TaskRecorder;
  readonly #histories = new WeakMap<WorkerRecord, WorkerHistory>();
  readonly #raised = new WeakMap<object, RaisedError>();

  constructor(private readonly ports: RecorderPorts) {
    this.tasks = new TaskRecorder(ports, (record) => this.historyOf(record));
  }

  historyOf(record: WorkerRecord): WorkerHistory {
    const known = this.#histories.get(record);
    if (known !== undefined) return known;
    const history = new WorkerHistory(this.ports.mostKept);
    this.#histories.set(record, history);
    return history;
  }

  happened(happening: Happening): void {
    const { trace } = this.ports;
    switch (happening.type) {
      case 'constructed':
        return this.#constructed(happening.worker);
      case 'dropped-post':
        return this.#dropped(happening.worker, happening.from.name, happening.data, happening.reason);
      case 'dropped-task':
        return this.#droppedTask(happening);
      case 'terminate-called':
        return this.#terminateCalled(happening);
      case 'handler-error':
        this.#raised.set(happening.exception, this.#threw(happening.worker, happening.thrown, 'in a handler'));
        return;
      case 'script-error':
        this.#threw(happening.worker, happening.thrown, 'in the script or a timer');
        return;
      case 'call-answered':
        return this.#callAnswered(happening.call);
      case 'console':
        return this.#console(happening);
      case 'diagnostic':
        return trace.add('host', { type: 'diagnostic', code: happening.problem.code, text: happening.problem.summary });
      case 'fault':
        return trace.add(happening.thread.name, { type: 'fault', fault: faultText(happening) });
      case 'close-called':
        return trace.add(happening.worker.label, { type: 'close' });
      case 'running':
        return trace.add(happening.worker.label, { type: 'running' });
      case 'stopped':
        return trace.add(happening.worker.label, { type: 'stop' });
      case 'cloned-with-loss':
      case 'not-cloned':
      case 'error-not-sent':
      case 'dropped-call':
      case 'unheard-message':
      case 'handler-replaced':
      case 'unheard-error':
      case 'onerror-skipped':
      case 'no-slot':
      case 'classes-mixed':
      case 'called-after-exit':
        return;
      default:
        return assertNever(happening);
    }
  }

  #constructed(worker: WorkerRecord): void {
    const { label, kind, url } = worker;
    this.ports.trace.add(worker.host.name, {
      type: 'new',
      worker: label,
      kind,
      url,
      file: scriptOf(worker, this.ports.relativePath),
    });
  }

  #droppedTask({ id, task, reason }: HappeningOf<'dropped-task'>): void {
    if (task.kind === 'message') this.#dropped(task.worker, sourceOf(task), task.data, reason, id);
    else this.ports.trace.add(sourceOf(task), { type: 'discard', task: id, reason });
  }

  #dropped(worker: WorkerRecord, from: string, value: unknown, reason: DropReason, task?: number): void {
    const data = this.ports.copy(value);
    const to = from === worker.label ? worker.host.name : worker.label;
    this.historyOf(worker).dropped.add({ from, to, data, reason });
    this.ports.trace.add(from, { type: 'drop', ...(task === undefined ? {} : { task }), to, data, reason });
  }

  #terminateCalled({ worker, effective, waiting }: HappeningOf<'terminate-called'>): void {
    const { now, sites, keptFrom } = this.ports;
    const unread = [...worker.inLane.tasks.toArray(), ...keptFrom(worker)];
    const queued = unread.map((task) => viewOf(this.ports, task));
    const call = { time: now(), by: worker.host.name, calledAt: sites.here(), queued, effective };
    this.historyOf(worker).terminateCalls.add(call);
    this.ports.trace.add(worker.host.name, { type: 'terminate', worker: worker.label, effective, waiting });
  }

  /** Code of the worker threw it, or rejected a promise with it, and nobody there handled that. */
  raised(worker: WorkerRecord, reason: unknown): RaisedError {
    const raised = raisedError(reason, this.ports.copy(reason));
    this.historyOf(worker).raised.add(raised);
    return raised;
  }

  /** What an exception of a handler is in the worker's history. */
  raisedBy(exception: object | undefined): RaisedError | undefined {
    return exception && this.#raised.get(exception);
  }

  #threw(worker: WorkerRecord, thrown: unknown, where: string): RaisedError {
    const raised = this.raised(worker, thrown);
    this.ports.trace.add(worker.label, { type: 'throw', error: errorText(thrown), where });
    return raised;
  }

  #callAnswered(call: CallTask): void {
    const { worker, answer } = call;
    if (answer?.kind === 'refused' && answer.code === 10200021) {
      return this.ports.trace.add(worker.label, { type: 'timeout', method: methodOf(call) });
    }
    const data = answer?.kind === 'value' ? this.ports.copy(answer.value) : `BusinessError ${answer?.code}`;
    this.ports.trace.add(worker.host.name, { type: 'answer', to: worker.label, data });
  }

  #console({ thread, level, args }: HappeningOf<'console'>): void {
    this.ports.trace.add(thread.name, {
      type: 'console',
      level,
      text: args.map((value) => this.#shown(value)).join(' '),
    });
    this.ports.print(level, thread.name, args);
  }

  #shown(value: unknown): string {
    return typeof value === 'string' ? value : preview(this.ports.trace.redacted(value));
  }
}

/** A fault in words; `worker` is there if it hits another thread's view of it. */
function faultText({ kind, worker }: HappeningOf<'fault'>): string {
  return worker === undefined ? faultTexts[kind] : `${faultTexts[kind]}  ${worker.label}`;
}
