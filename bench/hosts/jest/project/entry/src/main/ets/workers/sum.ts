import worker, { type MessageEvents } from '@ohos.worker';

const { workerPort } = worker;

workerPort.onmessage = ({ data: { id, op, args } }: MessageEvents): void => {
  workerPort.postMessage({ id, op, args: [args.reduce((sum: number, addend: number) => sum + addend, 0)] });
};
