import worker, { type ErrorEvent, type MessageEvents, Priority, type ThreadWorkerGlobalScope } from '@ohos.worker';

const workerPort: ThreadWorkerGlobalScope = worker.workerPort;
export const seen: unknown[] = [];

workerPort.onmessage = (e: MessageEvents): void => {
  const answer: object = workerPort.callGlobalCallObjectMethod('album', 'getPhoto', 100, e.data.name, 1) as object;
  workerPort.postMessage(answer);
  workerPort.postMessage(e.data as Record<string, number>, { transfer: [] });
  workerPort.postMessageWithSharedSendable(answer);
  workerPort.postMessageAtFront?.(answer, Priority.IMMEDIATE);
  workerPort.self.postMessage(workerPort.name);
};
workerPort.onmessageerror = () => {
  seen.push('messageerror');
};
workerPort.onerror = (err: ErrorEvent): void => {
  seen.push(err.message);
};
workerPort.onclose = () => {
  seen.push('close');
};
workerPort.addEventListener('alert', (e) => {
  seen.push(e.type);
});
workerPort.addEventListener('alert', () => {}, { once: true });
workerPort.removeEventListener('alert');
workerPort.dispatchEvent({ type: 'alert', timeStamp: 0 });
workerPort.removeAllListener();
workerPort.cancelTasks();

const { postMessage, close } = worker.workerPort;
postMessage('detached');
close();
