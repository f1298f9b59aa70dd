import worker from '@ohos.worker';

export const name = 'entry/src/main/ets/workers/exporting.ts';

worker.workerPort.onmessage = () => worker.workerPort.postMessage(name);
