import { type CloneFailure, type CloneOptions, sharing } from '../clone';
import type { Place } from '../kernel';
import type { AppProcess } from './app-process';
import { argument } from './arguments';
import { callPortHandlers, reportHostException } from './error-routes';
import type { DropReason } from './happening';
import type { JsThread } from './js-thread';
import { raise } from './platform-error';
import { callUser, isCallable, type Outcome, readHandler } from './user-callback';
import type { WorkerRecord } from './worker-record';

/** How sendables travel: copied by `postMessage` (S-52), by reference by the others (S-53). */
export type Sendables = 'copied' | 'shared';

/** Host `postMessage` and `postMessageWithSharedSendable`, in the order of the error rules, §3. */
export function postFromHost(
  app: AppProcess,
  host: JsThread,
  record: WorkerRecord | undefined,
  args: readonly unknown[],
  sendables: Sendables,
): void {
  if (args.length < 1) raise(host, 401, 'Worker messageObject must be not null with postMessage');
  if (record === undefined || record.ended) {
    if (record !== undefined) dropPost(app, record, host, args[0], record.stopped ? 'stopped' : 'terminating');
    if (app.latch === 'new') raise(host, 10200004, 'maybe worker is terminated when PostMessage');
    return;
  }
  const transfer = readTransfer(host, args, 1, 'the type of the transfer list must be an array.');
  const copy = record.thread.clone(args[0], cloneOptions(host, transfer, sendables));
  if (copy.ok) {
    if (copy.notes.length > 0)
      app.ports.observe({ type: 'cloned-with-loss', worker: record, from: host, notes: copy.notes });
    app.kernel.queue(record.thread.agent, record.inLane, {
      kind: 'message',
      worker: record,
      to: 'worker',
      data: copy.value,
    });
    return;
  }
  app.ports.observe({ type: 'not-cloned', worker: record, from: host, failure: copy.failure });
  const heard = callHostMessageErrorHandlers(app, host, record);
  if (heard?.threw) throw heard.error;
  if (app.latch === 'new') raiseSerialization(app, host, copy.failure);
}

/** Port `postMessage` and `postMessageWithSharedSendable`, in the order of the error rules, §6. */
export function postFromPort(
  app: AppProcess,
  record: WorkerRecord,
  args: readonly unknown[],
  sendables: Sendables,
): void {
  const { thread } = record;
  if (args.length < 1) raise(thread, 401, 'the number of parameters must be more than 1.');
  if (!record.is('running')) return dropPost(app, record, thread, args[0], portDropReason(record));
  const transfer = readTransfer(thread, args, 1, 'Transfer list must be an Array');
  sendToHost(app, record, args[0], transfer, sendables, { lane: 'high', place: record.ordinaryPlace });
}

const frontLanes = ['immediate', 'high', 'low', 'idle'] as const;

/** Port `postMessageAtFront` (the error rules, §6, L-95). */
export function postAtFront(app: AppProcess, record: WorkerRecord, args: readonly unknown[]): void {
  const { thread } = record;
  if (args.length < 2) raise(thread, 401, 'the number of postMessageAtFront parameters must be more than one.');
  if (!record.is('running')) return dropPost(app, record, thread, args[0], portDropReason(record));
  const priority = args[1];
  if (typeof priority !== 'number') {
    raise(thread, 401, 'the type of postMessageAtFront second param priority must be number.');
  }
  const lane = frontLanes[(priority >>> 0) - 1];
  if (lane === undefined) raise(thread, 401, 'priority only supports HIGH, MEDIUM LOW, IDLE.');
  const transfer = readTransfer(thread, args, 2, 'Transfer list must be an Array');
  const place = record.hasEventQueue ? 'front' : 'ahead';
  sendToHost(app, record, args[0], transfer, 'shared', { lane, place });
}

type TransferList = readonly unknown[] | undefined;

interface Route {
  readonly lane: (typeof frontLanes)[number];
  readonly place: Place;
}

function sendToHost(
  app: AppProcess,
  record: WorkerRecord,
  value: unknown,
  transfer: TransferList,
  sendables: Sendables,
  { lane, place }: Route,
): void {
  const copy = record.host.clone(value, cloneOptions(record.thread, transfer, sendables));
  if (!copy.ok) {
    record.errorExit = true;
    app.ports.observe({ type: 'not-cloned', worker: record, from: record.thread, failure: copy.failure });
    // The port's own handlers hear of it (S-51, L-77).
    callPortHandlers(app, record, 'messageerror', []);
    if (app.latch === 'new') raiseSerialization(app, record.thread, copy.failure);
    return;
  }
  if (record.hostGone) return dropPost(app, record, record.thread, value, 'host-gone');
  if (copy.notes.length > 0) {
    app.ports.observe({ type: 'cloned-with-loss', worker: record, from: record.thread, notes: copy.notes });
  }
  const task = { kind: 'message', worker: record, to: 'host', data: copy.value } as const;
  app.kernel.queue(record.host.agent, record.lanes[lane], task, place);
}

/** Rows 3 to 5 of the error rules, §3: an array, or an object with `transfer` (E-20, S-40). */
function readTransfer(thread: JsThread, args: readonly unknown[], at: number, complaint: string): TransferList {
  if (args.length <= at) return undefined;
  const given = args[at];
  if (Array.isArray(given)) return given;
  if (!argument.isObject(given)) raise(thread, 401, complaint);
  const transfer: unknown = Reflect.get(given, 'transfer');
  if (transfer === undefined) return undefined;
  if (!Array.isArray(transfer)) raise(thread, 401, complaint);
  return transfer;
}

const copying: CloneOptions = {};

function cloneOptions(from: JsThread, transfer: TransferList, sendables: Sendables): CloneOptions {
  if (transfer !== undefined) return { transfer, sender: from.kit.makers, shareSendables: sendables === 'shared' };
  return sendables === 'shared' ? sharing : copying;
}

/** Older devices don't say why (E-25). */
export function raiseSerialization(app: AppProcess, thread: JsThread, failure: CloneFailure): never {
  const reason = app.has('serializeError') ? `\nSerialize error: ${failure.reason}` : '';
  raise(thread, 10200006, `failed to serialize message.${reason}`);
}

/**
 * The host's own handlers hear of it before the caller does (S-50). What the property throws is uncaught on the spot,
 * and the listeners hear of it all the same; what a listener throws is the caller's (E-24b): answered.
 */
export function callHostMessageErrorHandlers(
  app: AppProcess,
  host: JsThread,
  record: WorkerRecord,
): Outcome | undefined {
  const { hostObject } = record;
  const handler = readHandler(hostObject, 'onmessageerror');
  const outcome = isCallable(handler) ? callUser(host, handler, hostObject, []) : undefined;
  if (outcome?.threw) reportHostException(app, host, outcome.error, record);
  let last: Outcome | undefined;
  record.hostListeners.dispatch('messageerror', (listener) => {
    last = callUser(host, listener, hostObject, []);
    return !last.threw;
  });
  return last;
}

function dropPost(app: AppProcess, worker: WorkerRecord, from: JsThread, data: unknown, reason: DropReason): void {
  app.ports.observe({ type: 'dropped-post', worker, from, data, reason });
}

/** Why the port sends nothing. */
export function portDropReason(record: WorkerRecord): DropReason {
  if (record.is('starting')) return 'script-not-finished';
  return record.stopCause === 'close' ? 'closed' : 'terminating';
}
