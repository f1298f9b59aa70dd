import type { Findings } from './findings';

/** What `npm run conformance -- --json` prints. */
export interface Counts {
  readonly total: number;
  readonly met: number;
  readonly deviates: number;
  readonly notApplicable: number;
  readonly missing: number;
}

export function countsOf({ rules, missing }: Findings): Counts {
  const met = rules.filter(({ rule, verdict }) => verdict === 'met' && !missing.includes(rule)).length;
  const deviates = rules.filter(({ verdict }) => typeof verdict === 'object' && 'deviates' in verdict).length;
  const notApplicable = rules.length - met - deviates - missing.length;
  return { total: rules.length, met, deviates, notApplicable, missing: missing.length };
}

/** Which part of the rules that apply is met, as text that never says more than is true. */
export function shareOf({ met, deviates, missing }: Counts): string {
  return `${(Math.floor((met / (met + deviates + missing)) * 1000) / 10).toFixed(1)} %`;
}
