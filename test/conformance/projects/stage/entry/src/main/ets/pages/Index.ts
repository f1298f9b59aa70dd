import worker from '@ohos.worker';

/** As a button of the page would. */
export function start(url: string) {
  return new worker.ThreadWorker(url);
}
