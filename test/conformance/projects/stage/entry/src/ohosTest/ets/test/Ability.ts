import worker from '@ohos.worker';

/** As a test on the device would. */
export function start(url: string) {
  return new worker.ThreadWorker(url);
}
