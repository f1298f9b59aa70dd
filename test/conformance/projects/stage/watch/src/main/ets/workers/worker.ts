import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('watch/src/main/ets/workers/worker.ts');
