import worker from '@ohos.worker';

/** As code of the library would. */
export function start(url: string) {
  return new worker.ThreadWorker(url);
}
