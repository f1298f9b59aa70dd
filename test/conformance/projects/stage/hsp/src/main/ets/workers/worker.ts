import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('hsp/src/main/ets/workers/worker.ts');
