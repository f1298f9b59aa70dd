import {
  type DedicatedWorkerGlobalScope,
  type ErrorEvent,
  type Event,
  type EventListener,
  type EventTarget,
  type MessageEvent,
  type MessageEvents,
  type PostMessageOptions,
  Priority,
  type ThreadWorkerGlobalScope,
  ThreadWorkerPriority,
  type WorkerEventListener,
  type WorkerEventTarget,
  type WorkerOptions,
  worker,
} from '@kit.ArkTS';
import type { BusinessError } from '@kit.BasicServicesKit';
import sameWorker, * as module from '@ohos.worker';

export type AllTypes = [
  DedicatedWorkerGlobalScope,
  Event,
  EventListener,
  EventTarget,
  MessageEvent<string>,
  PostMessageOptions,
  ThreadWorkerGlobalScope,
  WorkerEventListener,
  WorkerEventTarget,
  WorkerOptions,
  BusinessError<string>,
];

const wk: worker.ThreadWorker = new sameWorker.ThreadWorker('a', { priority: ThreadWorkerPriority.DEADLINE });
wk.onmessage = (e: MessageEvents) => e.data.foo;
wk.onerror = (err: ErrorEvent) => {
  wk.postMessage(err.message);
};
export const same: [typeof sameWorker, typeof Priority] = [worker, module.Priority];
export const low: Priority = Priority.LOW;
export const fromDefault: typeof worker = module.default;
