import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('entry/src/main/js/OtherAbility/workers/script.js');
