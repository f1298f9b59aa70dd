export { type Examination, examine } from './examine';
export type { Finding, FindingId } from './finding';
export { type KnownWorker, knownWorkers, testFolder } from './known-workers';
