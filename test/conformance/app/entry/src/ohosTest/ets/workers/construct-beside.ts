import worker from '@ohos.worker';

class Subclass extends worker.ThreadWorker {}

/** Ways to construct a worker whose script is named relative to this file. */
export const besideThisFile = {
  plain: () => new worker.ThreadWorker('./empty.ts'),
  subclass: () => new Subclass('./empty.ts'),
  reflect: () => Reflect.construct(worker.ThreadWorker, ['./empty.ts']),
} as const;
