import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('entry/src/main/resources/rawfile/raw.ts');
