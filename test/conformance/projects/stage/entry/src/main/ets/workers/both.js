import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('entry/src/main/ets/workers/both.js');
