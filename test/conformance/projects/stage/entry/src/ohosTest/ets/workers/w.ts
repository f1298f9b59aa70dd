import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('entry/src/ohosTest/ets/workers/w.ts');
