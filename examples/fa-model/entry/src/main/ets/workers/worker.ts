import worker, { type ErrorEvent, type MessageEvents, type ThreadWorkerGlobalScope } from '@ohos.worker';

const workerPort: ThreadWorkerGlobalScope = worker.workerPort;

workerPort.onmessage = (event: MessageEvents): void => {
  if (event.data === 'message from main thread.') {
    workerPort.postMessage('message from worker thread.');
  }
};

workerPort.onerror = (event: ErrorEvent): void => {
  console.error(`worker: ${event.message}`);
};
