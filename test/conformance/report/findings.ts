import type { Verdict } from '../manifest';
import { type RuleId, ruleIds } from '../rule-ids';
import { type Check, isRule } from './check-results';

/** A rule, what the manifest says of it, and the checks that prove it. */
export interface RuleReport {
  readonly rule: RuleId;
  readonly verdict: Verdict | undefined;
  readonly checks: readonly Check[];
}

export interface Findings {
  readonly rules: readonly RuleReport[];
  /** Rules of which the manifest says nothing, or that they are met, which the checks don't show. */
  readonly missing: readonly RuleId[];
  /** Where manifest and checks contradict each other, each a sentence. */
  readonly problems: readonly string[];
}

/** Holds the manifest against what the checks of a run have shown. */
export function findingsOf(
  checks: readonly Check[],
  manifest: Readonly<Partial<Record<RuleId, Verdict | undefined>>>,
): Findings {
  const rules = ruleIds.map((rule) => ({
    rule,
    verdict: manifest[rule],
    checks: checks.filter((check) => check.rules.includes(rule) || check.deviations.includes(rule)),
  }));
  return {
    rules,
    missing: rules.filter((report) => isMissing(report)).map(({ rule }) => rule),
    problems: [...rules.flatMap(problemsOf), ...strangeTags(checks)],
  };
}

function isMissing({ rule, verdict, checks }: RuleReport): boolean {
  if (verdict !== 'met') return verdict === undefined;
  const proving = provingChecks(rule, checks);
  return proving.length === 0 || proving.some(({ passed }) => !passed);
}

/** The checks by the letter of a rule that is said to be met. */
function provingChecks(rule: RuleId, checks: readonly Check[]): readonly Check[] {
  return checks.filter(({ failing, rules }) => !failing && rules.includes(rule));
}

function problemsOf({ rule, verdict, checks }: RuleReport): string[] {
  const pinned = checks.some(({ deviations }) => deviations.includes(rule));
  const failing = checks.some((check) => check.failing && check.rules.includes(rule));
  const proven = provingChecks(rule, checks).some(({ passed }) => passed);
  if (verdict === undefined) return [`${rule} is not in the manifest.`];
  if (verdict === 'met') {
    return [
      ...(proven ? [] : [`${rule} is said to be met, but no check that passes shows it.`]),
      ...(failing ? [`${rule} is said to be met, but a check of it is marked as failing.`] : []),
      ...(pinned ? [`${rule} is said to be met, but a check pins a deviation of it.`] : []),
    ];
  }
  if ('notApplicable' in verdict) {
    return proven || failing || pinned ? [`${rule} is said not to be applicable, but there is a check of it.`] : [];
  }
  return [
    ...(failing ? [] : [`${rule} is said to deviate, but no check by its letter is marked as failing.`]),
    ...(pinned ? [] : [`${rule} is said to deviate, but no check pins what happens instead.`]),
  ];
}

function strangeTags(checks: readonly Check[]): string[] {
  return checks.flatMap(({ title, rules, deviations }) =>
    [...rules, ...deviations].filter((id) => !isRule(id)).map((id) => `There is no rule ${id}: "${title}".`),
  );
}
