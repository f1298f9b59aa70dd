import { deliverCall, deliverErrorEvent, deliverExit, deliverFailure, deliverToHost } from './deliver-to-host';
import { createHostLanes, type HostLanes, hasEventQueue } from './host-lanes';
import { type Callable, isCallable, ModelListeners } from './listeners';
import type { ModelProcess } from './process';
import { serialize } from './serialize';
import { createLane, type ModelTask, ModelThread, type Place, workerRanks } from './thread';

export type WorkerKind = 'ThreadWorker' | 'Worker' | 'RestrictedWorker';

/** In their order: a worker never goes back (L-1). */
const states = ['starting', 'running', 'terminating', 'terminated'] as const;
export type WorkerState = (typeof states)[number];

export type Properties = Record<string, unknown>;

export type CallOutcome = { readonly value: unknown } | { readonly code: 10200006 | 10200019 | 10200020 };

/** The native side of one worker: its state, its queues and what both ends of it have registered. */
export class ModelWorker {
  readonly thread: ModelThread;
  readonly port: Properties = {};
  readonly hostListeners: ModelListeners;
  readonly portListeners: ModelListeners;
  readonly registered = new Map<string, unknown>();
  readonly name: string;
  /** The environment is being made or has been. */
  started = false;
  /** `terminate()` or `close()` has been called (L-2). */
  stopRequested = false;
  errorExit = false;
  hostGone = false;
  /** The slot in the counts has been given back. */
  released = false;
  /** The exit task is over, or there never will be one: the object refuses nearly everything (L-3). */
  gone = false;
  /** The host has heard of the exit. */
  exited = false;
  timersAreOver = false;
  /** How many messages each side has posted and was given, as a test sees it. */
  readonly told = { posted: 0, received: 0, portPosted: 0, portReceived: 0 };
  #pending: { readonly thrown: unknown } | undefined;
  #state: WorkerState = 'starting';
  readonly #startLane = createLane(workerRanks.start);
  readonly #inLane = createLane(workerRanks.message);
  readonly #hostLanes: HostLanes;
  readonly #atFront = new Set<ModelTask>();

  constructor(
    readonly process: ModelProcess,
    readonly host: ModelThread,
    readonly kind: WorkerKind,
    readonly hostObject: Properties,
    name: string,
    private readonly evaluate: () => void,
  ) {
    this.name = `${name === '' ? 'worker' : name}#${process.workers.length + 1}`;
    this.thread = new ModelThread(process, this.name, this);
    this.hostListeners = new ModelListeners(process.undetermined);
    this.portListeners = new ModelListeners(process.undetermined);
    this.#hostLanes = createHostLanes(host, kind, (batch) => this.#afterErrors(batch.callback));
    process.workers.push(this);
    process.threads.push(this.thread);
    host.children.push(this);
    this.thread.enqueue(this.#startLane, { kind: 'start', from: host.name, perform: () => this.#start() });
  }

  get state(): WorkerState | 'gone' {
    return this.gone ? 'gone' : this.#state;
  }

  get exitCode(): 0 | 1 {
    return this.errorExit ? 1 : 0;
  }

  get ended(): boolean {
    return this.#state === 'terminating' || this.#state === 'terminated';
  }

  #advanceTo(state: WorkerState): void {
    if (states.indexOf(state) > states.indexOf(this.#state)) this.#state = state;
  }

  // --- what happens on the worker's thread

  /** L-11: posts are possible when the script and its promise jobs are done. */
  #start(): void {
    this.started = true;
    if (this.process.mutant === 'posts at top level arrive') this.#advanceTo('running');
    const failed = this.thread.call(this.evaluate);
    if (failed !== undefined) {
      // L-11: the jobs of a script run also when it threw.
      this.thread.runJobs();
      this.reportFailure(failed.thrown);
    }
    this.#advanceTo('running');
  }

  postToWorker(data: unknown): void {
    this.told.posted++;
    this.thread.enqueue(this.#inLane, {
      kind: 'message',
      from: this.host.name,
      perform: () => this.#deliverToWorker(data),
    });
  }

  /** `terminate()`, and the stop by an error, which requests nothing (L-54). */
  stopFromHost(): void {
    if (this.ended) return;
    this.process.seen(this.#state === 'starting' ? 'stopped while starting' : 'stopped while running');
    this.#advanceTo('terminating');
    const { mutant } = this.process;
    if (mutant === 'terminate drops what was posted before') this.#inLane.queued = [];
    this.thread.enqueue(this.#inLane, { kind: 'stop', from: this.host.name, perform: () => this.#stop() });
  }

  /** L-34: what the worker has not taken yet. */
  cancelTasks(): void {
    if (this.gone || this.ended || this.process.mutant === 'cancelTasks does nothing') return;
    if (this.#inLane.queued.length > 0) this.process.seen('dropped: cancelled');
    this.#inLane.queued = [];
    this.thread.skipSpentTickets();
  }

  /** L-34b (2) to (5). */
  #stop(): void {
    const { onclose } = this.port;
    if (isCallable(onclose)) {
      this.process.seen('onclose');
      const failed = this.thread.call(() => onclose.call(this.port));
      if (failed !== undefined) this.reportError(failed.thrown);
    }
    this.timersAreOver = true;
    this.thread.clearTimers();
    this.#advanceTo('terminated');
  }

  /** L-35 to L-39; after the running task the worker is released. */
  close(): void {
    if (this.stopRequested) return this.process.seen('close: nothing to do');
    this.stopRequested = true;
    if (this.#state !== 'terminated') this.process.seen(`close while ${this.#state}`);
    if (this.process.mutant === 'close waits for the end of the task') return this.stopFromHost();
    this.#advanceTo('terminating');
    this.#stop();
    if (this.#inLane.queued.length > 0) this.process.seen('dropped: closed');
    this.#inLane.queued = [];
    this.thread.skipSpentTickets();
  }

  /** Called after each task of the worker's thread. */
  afterTask(): void {
    if (this.#state === 'terminated') this.#release();
  }

  /** L-34b (6) and (7), and what it means for the worker's own workers (L-103). */
  #release(): void {
    if (this.released) return;
    this.released = true;
    this.thread.destroyed = true;
    this.process.threads.splice(this.process.threads.indexOf(this.thread), 1);
    for (const child of this.thread.children) child.loseHost();
    if (this.hostGone) {
      this.gone = true;
      return this.process.seen('exit that nobody hears');
    }
    const exit: ModelTask = { kind: 'exit', from: this.name, perform: () => deliverExit(this) };
    this.host.enqueue(this.#hostLanes.exit, exit);
  }

  loseHost(): void {
    if (this.released) return;
    this.hostGone = true;
    this.process.seen(this.started ? 'parent died' : 'parent died before the start');
    if (this.started) return;
    this.gone = true;
    this.released = true;
    this.thread.destroyed = true;
    this.process.threads.splice(this.process.threads.indexOf(this.thread), 1);
  }

  #deliverToWorker(data: unknown): void {
    this.process.seen('delivered to worker');
    this.told.portReceived++;
    const event = { data };
    const { onmessage } = this.port;
    const listening = isCallable(onmessage) || this.portListeners.hasAny('message');
    if (!listening) this.process.seen('delivered to nobody');
    if (isCallable(onmessage)) {
      const failed = this.thread.call(() => onmessage.call(this.port, event));
      if (failed !== undefined) this.reportError(failed.thrown);
      if (failed !== undefined && this.process.mutant === 'listeners skipped after onmessage threw') return;
    }
    this.portListeners.walk('message', (listener) => {
      const failed = this.#takePending() ?? this.thread.call(() => listener.call(this.port, event));
      if (failed === undefined) return 'goes on';
      this.process.seen('port listener threw');
      this.reportError(failed.thrown);
      return 'breaks off';
    });
  }

  /** An exception that nobody has taken yet comes instead of the next call of a `message` listener (L-63). */
  #takePending(): { readonly thrown: unknown } | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.process.seen('pending exception surfaces');
    return pending;
  }

  // --- what goes to the host

  /** An accepted post; at-front posts say their priority. */
  postToHost(data: unknown, priority?: 1 | 2 | 3 | 4): void {
    if (this.hostGone) return this.process.seen('dropped: no parent');
    this.told.portPosted++;
    const lane = this.#hostLanes[priority ?? 2];
    const task: ModelTask = {
      kind: 'message',
      from: this.name,
      perform: (batch) => deliverToHost(this, data, batch),
    };
    if (priority !== undefined) this.#atFront.add(task);
    this.host.enqueue(lane, task, this.#placeOf(priority, lane.queued[0]?.task));
  }

  /** L-95; without the main thread's event queue an at-front post overtakes nothing but the worker's messages (L-98). */
  #placeOf(priority: number | undefined, first: ModelTask | undefined): Place {
    const queue = hasEventQueue(this.host, this.kind);
    if (priority === undefined) return queue && first !== undefined && this.#atFront.has(first) ? 'expedited' : 'back';
    if (first !== undefined) this.process.seen(`overtaking: priority ${priority as 1 | 2 | 3 | 4}`);
    if (this.process.mutant === 'at-front posts go to the back') return 'back';
    return queue ? 'front' : 'ahead';
  }

  /** An error of class (a): the port hears of it first, then the host (L-50, L-63). */
  reportError(thrown: unknown): void {
    this.errorExit = true;
    const event = errorEvent(thrown);
    const handled = this.#callErrorHandlers(event);
    this.process.seen(handled ? 'error (a)' : 'error (a) whose handler threw');
    const copy = handled ? serialize(event) : undefined;
    if (this.hostGone) return;
    const rebuilt = copy?.ok === true ? (copy.value as Properties) : undefined;
    if (rebuilt === undefined) this.process.seen('error that can not be told');
    this.host.enqueue(this.#hostLanes.error, {
      kind: 'error',
      from: this.name,
      perform: (batch) => deliverErrorEvent(this, rebuilt, batch),
    });
  }

  /** Answers whether none of them threw; what one throws stays pending (L-63). */
  #callErrorHandlers(event: object): boolean {
    const call = (handler: Callable): boolean => {
      const failed = this.thread.call(() => handler.call(this.port, event));
      this.#pending = failed ?? this.#pending;
      return failed === undefined;
    };
    const { onerror } = this.port;
    if (isCallable(onerror) && !call(onerror)) {
      this.portListeners.sweep('error');
      return false;
    }
    let fine = true;
    this.portListeners.walk('error', (listener) => {
      fine = call(listener);
      return fine ? 'goes on' : 'breaks off';
    });
    return fine;
  }

  /** An error of class (b): only `onAllErrors` of the host hears of it (L-52). */
  reportFailure(thrown: unknown): void {
    if (this.kind === 'RestrictedWorker') return this.process.seen('error (b) dropped');
    this.process.seen('error (b)');
    if (this.hostGone) return;
    const copy = serialize(thrown);
    if (!copy.ok) this.process.seen('error that can not be told');
    this.host.enqueue(this.#hostLanes.failure, {
      kind: 'error',
      from: this.name,
      perform: (batch) => deliverFailure(this, copy, batch),
    });
  }

  /** L-54: unless the object has `onAllErrors`, the worker is stopped after all errors that waited. */
  #afterErrors(callback: { readonly viaAllErrors: boolean } | undefined): void {
    if (callback?.viaAllErrors !== false) return;
    this.process.seen('stopped by an error');
    if (this.process.mutant !== 'errors stop nothing') this.stopFromHost();
  }

  /** L-110: the host does everything up to the call, meanwhile the worker stands still. */
  callHost(instance: string, method: string, args: readonly unknown[]): CallOutcome | undefined {
    let outcome: CallOutcome | undefined;
    this.host.enqueue(this.#hostLanes.call, {
      kind: 'call',
      from: this.name,
      perform: () => {
        outcome = deliverCall(this, instance, method, args);
      },
    });
    while (outcome === undefined && !this.host.destroyed && this.host.head !== undefined) this.host.performNext();
    return outcome;
  }

  /** The end of the exit task (L-42, L-43). */
  forget(): void {
    this.gone = true;
    this.exited = true;
    this.hostListeners.clear();
    this.registered.clear();
    for (const lane of Object.values(this.#hostLanes)) {
      if (lane.queued.length > 0) this.process.seen('dropped: lost at exit');
      lane.queued = [];
    }
    this.host.skipSpentTickets();
  }
}

/** without the place. */
function errorEvent(thrown: unknown): Properties {
  const isObject = typeof thrown === 'object' && thrown !== null;
  const event: Properties = { message: String(thrown) };
  if (isObject) event.backtrace = thrown instanceof Error ? 'its stack' : undefined;
  return { ...event, timeStamp: '2026-01-01 00:00:00', type: 'ErrorEvent', error: thrown };
}
