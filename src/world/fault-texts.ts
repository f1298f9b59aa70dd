import type { FaultKind } from '../ohos';

/** What each injected fault is, in traces and in what is said to the user. */
export const faultTexts: Readonly<Record<FaultKind, string>> = {
  'out-of-workers': 'out of workers',
  'start-failure': 'the script can not be run',
  'script-error': 'the script throws at its top level',
  'message-error': 'the message can not be rebuilt',
  'call-timeout': 'the global call times out',
  crash: 'the thread crashes',
  'host-gone': 'the host goes away',
};
