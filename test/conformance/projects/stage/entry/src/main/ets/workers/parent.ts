import worker from '@ohos.worker';

worker.workerPort.onmessage = () => {
  const child = new worker.ThreadWorker('./deep/child.ets');
  child.onmessage = ({ data }) => worker.workerPort.postMessage(data);
  child.postMessage('who are you?');
};
