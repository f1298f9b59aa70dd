import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('entry/src/main/ets/MainAbility/workers/worker.ts');
