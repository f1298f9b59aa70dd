import type { Verdict } from '../manifest';
import { countsOf, shareOf } from './counts';
import type { Findings, RuleReport } from './findings';

/** The table for a terminal: a line for each rule, then the totals. */
export function tableOf(findings: Findings): string {
  const { met, deviates, notApplicable, missing, total } = countsOf(findings);
  return [
    ...findings.rules.map(lineOf),
    '',
    `${total} rules: ${met} met, ${deviates} deviate, ${notApplicable} not applicable, ${missing} missing.`,
    `${shareOf(countsOf(findings))} of the applicable rules are met.`,
  ].join('\n');
}

function lineOf({ rule, verdict, checks }: RuleReport): string {
  return `${rule.padEnd(6)} ${wordOf(verdict).padEnd(15)} ${remarkOf(verdict, checks.length)}`;
}

export function wordOf(verdict: Verdict | undefined): string {
  if (verdict === undefined) return 'missing';
  if (verdict === 'met') return 'met';
  return 'deviates' in verdict ? 'deviates' : 'not applicable';
}

export function reasonOf(verdict: Verdict | undefined): string | undefined {
  if (typeof verdict !== 'object') return undefined;
  return 'deviates' in verdict ? verdict.deviates : verdict.notApplicable;
}

function remarkOf(verdict: Verdict | undefined, checks: number): string {
  return reasonOf(verdict) ?? (checks === 1 ? '1 check' : `${checks} checks`);
}
