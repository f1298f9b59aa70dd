import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('libs/har/src/main/ets/workers/unlisted.ts');
