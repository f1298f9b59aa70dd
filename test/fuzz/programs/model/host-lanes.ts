import { type Batch, createLane, type ModelLane, type ModelThread, mainRanks, workerRanks } from './thread';
import type { WorkerKind } from './worker';

/** What a worker sends to its host: messages by priority, and the rest by kind (L-5 to L-9). */
export type HostLanes = Readonly<Record<1 | 2 | 3 | 4 | 'error' | 'failure' | 'call' | 'exit', ModelLane>>;

/** Only the main thread has an event queue, and a RestrictedWorker does not use it (L-29). */
export function hasEventQueue(host: ModelThread, kind: WorkerKind): boolean {
  return host.isMain && kind !== 'RestrictedWorker';
}

export function createHostLanes(host: ModelThread, kind: WorkerKind, afterErrors: (batch: Batch) => void): HostLanes {
  return hasEventQueue(host, kind) ? eventLanes(afterErrors) : signalLanes(host, afterErrors);
}

/** Tasks of the main thread's event queue (L-94, L-95). */
function eventLanes(afterBatch: (batch: Batch) => void): HostLanes {
  const { immediate, high, low, idle } = mainRanks;
  return {
    1: createLane(immediate),
    2: createLane(high),
    3: createLane(low),
    4: createLane(idle),
    error: createLane(high, { afterBatch }),
    failure: createLane(high),
    call: createLane(high),
    exit: createLane(high),
  };
}

/** Coalesced signals: one queue of messages (L-98), and kind after kind within a turn of the host's loop (L-29). */
function signalLanes(host: ModelThread, afterBatch: (batch: Batch) => void): HostLanes {
  const ranks = workerRanks;
  const lane = (rank: number, options = {}): ModelLane =>
    createLane(host.isMain ? mainRanks.high : rank, { signal: true, ...options });
  const messages = lane(ranks.childMessage);
  const kinds = {
    error: lane(ranks.childError, { afterBatch }),
    failure: lane(ranks.childFailure),
    call: lane(ranks.childCall),
    exit: lane(ranks.childExit),
  };
  const lanes = { 1: messages, 2: messages, 3: messages, 4: messages, ...kinds };
  if (!host.isMain) return lanes;
  const group = [messages, kinds.error, kinds.failure, kinds.call, kinds.exit];
  for (const member of group) Object.assign(member, { group });
  return lanes;
}
