import worker, { type MessageEvents } from '@ohos.worker';

const { workerPort } = worker;

workerPort.onmessage = ({ data }: MessageEvents): void => workerPort.postMessage(data);
