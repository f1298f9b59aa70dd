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
import type { AsyncCallback, BusinessError, Callback, ErrorCallback } from '@kit.BasicServicesKit';
import type { Callback as SameCallback } from '@ohos.base';
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

/** Host code hides a worker behind callbacks. */
export function ask(question: string, answered: AsyncCallback<string>, failed: ErrorCallback): void {
  const heard: Callback<MessageEvents> = (e) => answered({ code: 0 } as BusinessError, e.data);
  const same: SameCallback<MessageEvents> = heard;
  wk.onmessage = same;
  wk.onexit = (code: number): void => failed({ code } as BusinessError);
  wk.postMessage(question);
}
