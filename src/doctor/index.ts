export { type Examination, examine } from './examine';
export type { Finding, FindingId, Place } from './finding';
export { type KnownWorker, knownWorkers, testFolder } from './known-workers';
