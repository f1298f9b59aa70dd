import worker from '@ohos.worker';

/** As a button of the page would. */
export function start(url: string) {
  return new worker.ThreadWorker(url);
}

/** Apps of this model may use the older class, too. */
export function startOld(url: string) {
  return new worker.Worker(url);
}
