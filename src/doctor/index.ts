export { type Examination, examine, projectAt } from './examine';
export type { Finding, FindingId, Place } from './finding';
