import type { Lane, Place } from '../kernel';
import type { WorkerKind } from './guest';
import { hostRank, type JsThread, workerRank } from './js-thread';
import { ListenerTable } from './listener-table';
import type { WorkerTask } from './tasks';
import type { Outcome } from './user-callback';
import type { WorkerScript } from './worker-script';
import { advance, type ExitCode, isAtLeast, type Phase, type StopCause, type WorkerState } from './worker-state';

/** The lanes through which a worker reaches its host (L-5 to L-9). */
export interface HostLanes {
  readonly immediate: Lane<WorkerTask>;
  readonly high: Lane<WorkerTask>;
  readonly low: Lane<WorkerTask>;
  readonly idle: Lane<WorkerTask>;
  readonly error: Lane<WorkerTask>;
  readonly failure: Lane<WorkerTask>;
  readonly call: Lane<WorkerTask>;
  readonly exit: Lane<WorkerTask>;
}

/** What the host reads off its object once in a batch (L-24, L-58). `turn` says which batch. */
export interface BatchHandler {
  readonly turn: object;
  readonly property: 'onmessage' | 'onerror' | 'onAllErrors';
  readonly handler: unknown;
  /** It has been told that another one has taken its place meanwhile. */
  replaced: boolean;
}

/** The native side of one worker: what both its host object and its port speak to. */
export class WorkerRecord {
  state: WorkerState = { phase: 'starting' };
  /** Set once, by the first of `terminate()` and `close()` (L-2). */
  stopRequested = false;
  /** Only ever turns true (L-44). */
  errorExit = false;
  /** What first made it end. */
  stopCause: StopCause | undefined;
  /** The host's environment has gone (L-103). */
  hostGone = false;
  readonly hostListeners = new ListenerTable();
  readonly portListeners = new ListenerTable();
  readonly globalObjects = new Map<string, unknown>();
  readonly lanes: HostLanes;
  batch: BatchHandler | undefined;
  /** What an error handler of the port has thrown, until a call notices it (L-63). */
  pendingException: Outcome | undefined;

  constructor(
    /** 1, 2, 3 … in the order of construction. */
    readonly id: number,
    readonly kind: WorkerKind,
    readonly url: string,
    /** The option `name`; empty when there was none. */
    readonly name: string,
    readonly script: WorkerScript,
    /** What the app holds: the instance of the host class. */
    readonly hostObject: object,
    readonly host: JsThread,
    readonly thread: JsThread,
    /** Messages of the host, the script's start and the stop mark (L-4). */
    readonly inLane: Lane<WorkerTask>,
  ) {
    this.lanes = this.hasEventQueue ? eventLanes(host, thread.agent.id) : signalLanes(host, thread.agent.id);
  }

  get label(): string {
    return this.thread.name;
  }

  /** Whether what it sends is queued with the events of the main thread; else it signals the host's loop (L-29). */
  get hasEventQueue(): boolean {
    return this.host.isMain && this.kind !== 'RestrictedWorker';
  }

  /** All of {@link lanes}, each once. */
  get lanesToHost(): ReadonlySet<Lane<WorkerTask>> {
    return new Set(Object.values(this.lanes));
  }

  /** Where an ordinary message to the host stands: one at the front that heads the deque pulls the others along (L-95). */
  get ordinaryPlace(): Place {
    return this.lanes.high.first?.place === 'front' ? 'expedited' : 'back';
  }

  get exitCode(): ExitCode {
    return this.errorExit ? 1 : 0;
  }

  get port(): object {
    return this.thread.kit.module.port;
  }

  is(phase: Phase): boolean {
    return this.state.phase === phase;
  }

  /** TERMINATING or later. */
  get ended(): boolean {
    return isAtLeast(this.state, 'terminating');
  }

  /** Past the stop: the thread runs no more tasks. */
  get stopped(): boolean {
    return isAtLeast(this.state, 'terminated');
  }

  markRunning(): void {
    this.state = advance(this.state, { phase: 'running' });
  }

  markTerminating(cause: StopCause): void {
    this.stopCause ??= cause;
    this.state = advance(this.state, { phase: 'terminating' });
  }

  markTerminated(): void {
    this.state = advance(this.state, { phase: 'terminated' });
  }

  markGone(exitCode: ExitCode | undefined): void {
    this.state = advance(this.state, { phase: 'gone', exitCode });
  }

  /** Lets go of everything that belongs to its realm, or to handlers of the host. */
  release(): void {
    this.hostListeners.clear();
    this.portListeners.clear();
    this.globalObjects.clear();
    this.batch = undefined;
    this.pendingException = undefined;
    this.thread.release();
  }
}

/** Tasks of the main thread's event queue, by their priorities (L-93). */
function eventLanes(host: JsThread, source: number): HostLanes {
  const lane = (rank: number, overtakes: boolean): Lane<WorkerTask> =>
    host.agent.inbox.addLane({ source, rank, overtakes });
  return {
    immediate: lane(hostRank.immediate, true),
    high: lane(hostRank.high, true),
    low: lane(hostRank.low, true),
    idle: lane(hostRank.idle, true),
    error: lane(hostRank.high, false),
    failure: lane(hostRank.high, false),
    call: lane(hostRank.high, false),
    exit: lane(hostRank.high, false),
  };
}

/**
 * Coalesced signals, handled within one turn of the host's loop, kind by kind (L-29). There is one queue of messages,
 * whatever their priority (L-98).
 */
function signalLanes(host: JsThread, source: number): HostLanes {
  const group: Lane<WorkerTask>[] = [];
  const lane = (rank: number, overtakes: boolean): Lane<WorkerTask> =>
    host.agent.inbox.addLane(
      { source, rank: host.isMain ? hostRank.high : rank, overtakes, coalesced: true },
      host.isMain ? group : [],
    );
  const messages = lane(workerRank.childMessage, true);
  return {
    immediate: messages,
    high: messages,
    low: messages,
    idle: messages,
    error: lane(workerRank.childError, false),
    failure: lane(workerRank.childFailure, false),
    call: lane(workerRank.childCall, false),
    exit: lane(workerRank.childExit, false),
  };
}
