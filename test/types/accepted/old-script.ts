import worker, { type DedicatedWorkerGlobalScope, type EventListener, type EventTarget } from '@ohos.worker';

const parentPort: DedicatedWorkerGlobalScope = worker.parentPort;
const target: EventTarget = parentPort;
const listener: EventListener = (evt) => {
  parentPort.postMessage(evt.type, [new ArrayBuffer(1)]);
};

parentPort.onmessage = (e) => {
  parentPort.postMessage(e.data);
  parentPort.close();
};
target.addEventListener('alert', listener);
