import worker from '@ohos.worker';

worker.workerPort.onmessage = () => worker.workerPort.postMessage('still there');
throw new RangeError('thrown at top level');
