import { type Callable, isCallable } from './listeners';
import { type Serialized, serialize } from './serialize';
import type { Batch, ModelThread } from './thread';
import { Unheard } from './unheard';
import type { CallOutcome, ModelWorker, Properties } from './worker';

/** An exception that a handler of the host did not catch (L-75). */
export function uncaught(host: ModelThread, error: unknown): void {
  if (host.worker === undefined) host.process.uncaught(error);
  else host.worker.reportFailure(error);
}

/** L-24, L-70: the handler of the batch, then the listeners, unless the handler threw. */
export function deliverToHost(worker: ModelWorker, data: unknown, batch: Batch): void {
  const { process, hostObject } = worker;
  process.seen('delivered to host');
  worker.told.received++;
  if (process.mutant === 'onmessage is read for each message') delete batch.callback;
  batch.callback ??= { value: hostObject.onmessage, viaAllErrors: false };
  if (batch.callback.value !== hostObject.onmessage) process.seen('handler replaced within a batch');
  if (!isCallable(batch.callback.value) && !worker.hostListeners.hasAny('message')) process.seen('delivered to nobody');
  callHandlers(worker, batch.callback.value, 'message', [{ data }]);
}

/** A handler property, then the listeners of its type; what the first of them throws ends it (L-59, L-70, L-74). */
function callHandlers(worker: ModelWorker, handler: unknown, type: string, args: readonly unknown[]): void {
  const { host, hostListeners, process } = worker;
  if (isCallable(handler)) {
    const failed = callOnHost(worker, handler, args);
    if (failed !== undefined) {
      process.seen('host handler threw');
      uncaught(host, failed.thrown);
      if (process.mutant !== 'host listeners are called after a handler threw') return hostListeners.sweep(type);
    }
  }
  hostListeners.walk(type, (listener) => {
    const failed = callOnHost(worker, listener, args);
    if (failed === undefined) return 'goes on';
    process.seen('host listener threw');
    uncaught(host, failed.thrown);
    return 'breaks off and sweeps';
  });
}

function callOnHost({ host, hostObject }: ModelWorker, handler: Callable, args: readonly unknown[]) {
  return host.call(() => handler.apply(hostObject, [...args]));
}

/** L-54 to L-59. */
export function deliverErrorEvent(worker: ModelWorker, event: Properties | undefined, batch: Batch): void {
  const { hostObject, host, hostListeners, process } = worker;
  const viaAllErrors =
    process.mutant === 'onAllErrors must be callable'
      ? isCallable(hostObject.onAllErrors)
      : 'onAllErrors' in hostObject;
  batch.callback ??= { value: hostObject[viaAllErrors ? 'onAllErrors' : 'onerror'], viaAllErrors };
  const { callback } = batch;
  callHandlers(worker, callback.value, 'error', [event]);
  if (callback.viaAllErrors) return process.seen('error (a) to onAllErrors');
  if (isCallable(callback.value) || hostListeners.hasTable('error')) return process.seen('error (a) to onerror');
  if (event === undefined) return;
  process.seen('error (a) uncaught');
  batch.over = true;
  if (host.worker === undefined) return process.uncaught(new Unheard(worker.name, event));
  const { message } = event as { message: string };
  host.worker.reportFailure(Object.assign(new Error(message), { name: message }));
}

/** L-52, L-68. */
export function deliverFailure(worker: ModelWorker, copy: Serialized, batch: Batch): void {
  if (!copy.ok) {
    batch.over = true;
    return;
  }
  batch.callback ??= { value: worker.hostObject.onAllErrors, viaAllErrors: true };
  const handler = batch.callback.value;
  if (!isCallable(handler)) return worker.process.seen('error (b) unheard');
  worker.process.seen('error (b) to onAllErrors');
  const failed = callOnHost(worker, handler, [copy.value]);
  if (failed !== undefined) uncaught(worker.host, failed.thrown);
}

/** L-112 to L-116. */
export function deliverCall(
  worker: ModelWorker,
  instance: string,
  method: string,
  args: readonly unknown[],
): CallOutcome {
  if (!worker.registered.has(instance)) return { code: 10200019 };
  const target = worker.registered.get(instance);
  if (typeof target !== 'object' || target === null || !(method in target)) return { code: 10200020 };
  const callee = (target as Properties)[method];
  if (!isCallable(callee) || /^(Async|Generator)Function$/.test(kindOf(callee))) return { code: 10200020 };
  let result: unknown;
  const failed = worker.host.call(() => {
    result = callee.apply(target, [...args]);
  });
  if (failed !== undefined) {
    if (failed.thrown instanceof Error) uncaught(worker.host, failed.thrown);
    return { value: undefined };
  }
  const copy = serialize(result);
  return copy.ok ? { value: copy.value } : { code: 10200006 };
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** L-42, L-45 to L-47, L-76. */
export function deliverExit(worker: ModelWorker): void {
  const { host, hostObject, hostListeners, exitCode, process } = worker;
  process.seen(`exit ${exitCode}`);
  const { onexit } = hostObject;
  if (isCallable(onexit)) {
    const failed = callOnHost(worker, onexit, [exitCode]);
    if (failed !== undefined) uncaught(host, failed.thrown);
  }
  hostListeners.walk('exit', (listener) => {
    const failed = callOnHost(worker, listener, [exitCode]);
    if (failed === undefined) return 'goes on';
    uncaught(host, failed.thrown);
    return 'breaks off and sweeps';
  });
  worker.forget();
}
