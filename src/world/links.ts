import type { Gate, Task } from '../kernel';
import type { Transit, WorkerRecord, WorkerTask } from '../ohos';
import { Channel } from './channel';
import { type LinkEnd, noLink, noSuchAgent } from './fault-errors';
import { Leases } from './leases';
import type { World } from './world';

/** The channels of one process that the test has taken in hand. All other tasks arrive when they are posted. */
export class Links implements Gate<WorkerTask>, Transit {
  readonly #channels = new Map<WorkerRecord, { worker?: Channel; host?: Channel }>();

  /** What is asked of links ends with its scope, if the process lives then. */
  readonly leases: Leases;

  constructor(private readonly world: World) {
    this.leases = new Leases(() => world.surroundings.currentScope());
  }

  /**
   * The channel from one end to the other.
   *
   * @throws ToolError `FOW_NO_LINK`, `FOW_NOT_A_WORKER`
   */
  between(from: string | object, to: string | object): Channel {
    const sender = this.#endOf(from);
    const receiver = this.#endOf(to);
    if (receiver !== 'host' && hostOf(receiver) === sender) return this.#channelOf(receiver, 'worker');
    if (sender !== 'host' && hostOf(sender) === receiver) return this.#channelOf(sender, 'host');
    throw noLink(sender, receiver);
  }

  /**
   * The worker that a label, a host object or a handle stands for.
   *
   * @throws ToolError `FOW_NO_LINK`, `FOW_NOT_A_WORKER`
   */
  workerAt(worker: string | object): WorkerRecord {
    if (typeof worker !== 'string') return this.world.recordOf(worker);
    const { workers } = this.world.session.app;
    const record = workers.find(({ label }) => label === worker);
    if (record === undefined) throw noSuchAgent(worker, workers);
    return record;
  }

  /** Those that keep something back. */
  get busy(): Channel[] {
    const channels = [...this.#channels.values()].flatMap(({ worker = [], host = [] }) => [worker, host].flat());
    return channels.filter(({ keepsAny }) => keepsAny);
  }

  keeps(task: Task<WorkerTask>): boolean {
    return this.#channelFor(task.payload)?.keeps(task) ?? false;
  }

  arrivalOf(task: Task<WorkerTask>): number {
    return this.#channelFor(task.payload)?.arrivalOf(task) ?? this.world.session.clock.now;
  }

  takeBack(worker: WorkerRecord, to: 'worker' | 'host'): readonly Task<WorkerTask>[] {
    return this.#channels.get(worker)?.[to]?.takeBack() ?? [];
  }

  #channelOf(worker: WorkerRecord, to: 'worker' | 'host'): Channel {
    const both = this.#channels.get(worker) ?? {};
    this.#channels.set(worker, both);
    both[to] ??= new Channel(this.world, worker, to);
    this.world.session.kernel.gate = this;
    return both[to];
  }

  #channelFor(payload: WorkerTask): Channel | undefined {
    const to = receiverOf(payload);
    return to === undefined || payload.kind === 'timer' ? undefined : this.#channels.get(payload.worker)?.[to];
  }

  #endOf(end: string | object): LinkEnd {
    return end === 'host' ? end : this.workerAt(end);
  }
}

/** Timers concern one thread, and the start of a script is no message (L-15): they go through no channel. */
function receiverOf(payload: WorkerTask): 'worker' | 'host' | undefined {
  switch (payload.kind) {
    case 'timer':
    case 'start':
      return undefined;
    case 'message':
      return payload.to;
    case 'stop':
      return 'worker';
    default:
      return 'host';
  }
}

function hostOf({ host }: WorkerRecord): LinkEnd {
  return host.record ?? 'host';
}
