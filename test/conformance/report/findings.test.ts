import { describe, expect, it } from '@jest/globals';
import { manifest, type Verdict } from '../manifest';
import { type RuleId, ruleIds } from '../rule-ids';
import type { Check } from './check-results';
import { countsOf, shareOf } from './counts';
import { documentOf } from './document';
import { findingsOf } from './findings';
import { tableOf } from './table';

const passing = (...rules: string[]): Check => ({
  title: 'a check',
  rules,
  deviations: [],
  failing: false,
  passed: true,
});
const knownToFail = (...rules: string[]): Check => ({ ...passing(...rules), failing: true });
const pinning = (...deviations: string[]): Check => ({ ...passing(), deviations });

/** Every rule met and checked, but for what is given. */
function problemsWith(verdicts: Partial<Record<RuleId, Verdict | undefined>>, ...checks: Check[]): readonly string[] {
  const others = ruleIds.filter((rule) => !(rule in verdicts));
  const rest = Object.fromEntries(others.map((rule) => [rule, 'met' as const]));
  return findingsOf([passing(...others), ...checks], { ...rest, ...verdicts }).problems;
}

const deviates = { deviates: 'Something else.' };

describe('the manifest held against the checks', () => {
  it('contradicts nothing when each rule has its check', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it('must name every rule', () => {
    expect(problemsWith({ 'L-1': undefined })).toEqual(['L-1 is not in the manifest.']);
    expect(findingsOf([], {}).missing).toEqual(ruleIds);
    expect(ruleIds.filter((rule) => !(rule in manifest))).toEqual([]);
  });

  it('can not call a rule met without a check that passes', () => {
    const complaint = ['L-1 is said to be met, but no check that passes shows it.'];
    expect(problemsWith({ 'L-1': 'met' })).toEqual(complaint);
    expect(problemsWith({ 'L-1': 'met' }, { ...passing('L-1'), passed: false })).toEqual(complaint);
  });

  it('can not call a rule met of which a check is known to fail, or pins a deviation', () => {
    expect(problemsWith({ 'L-1': 'met' }, passing('L-1'), knownToFail('L-1'), pinning('L-1'))).toEqual([
      'L-1 is said to be met, but a check of it is marked as failing.',
      'L-1 is said to be met, but a check pins a deviation of it.',
    ]);
  });

  it('needs a check by the letter and one of what happens instead for a deviation', () => {
    expect(problemsWith({ 'L-1': deviates }, knownToFail('L-1'), pinning('L-1'))).toEqual([]);
    expect(problemsWith({ 'L-1': deviates }, passing('L-1'))).toEqual([
      'L-1 is said to deviate, but no check by its letter is marked as failing.',
      'L-1 is said to deviate, but no check pins what happens instead.',
    ]);
  });

  it('can not call a rule not applicable that is checked', () => {
    expect(problemsWith({ 'L-1': { notApplicable: 'None.' } })).toEqual([]);
    for (const check of [passing('L-1'), knownToFail('L-1'), pinning('L-1')]) {
      expect(problemsWith({ 'L-1': { notApplicable: 'None.' } }, check)).toEqual([
        'L-1 is said not to be applicable, but there is a check of it.',
      ]);
    }
  });

  it('knows the rules that checks name', () => {
    expect(problemsWith({}, passing('L-999'))).toEqual(['There is no rule L-999: "a check".']);
  });

  it('gives a reason, as a sentence, for everything but what is met', () => {
    const reasons = Object.values(manifest).flatMap((verdict) => (verdict === 'met' ? [] : Object.values(verdict)));
    expect(reasons.filter((reason) => !/^[A-Z].*\.$/s.test(reason))).toEqual([]);
  });
});

describe('the report', () => {
  const findings = findingsOf([passing('A-1'), pinning('A-2')], {
    'A-1': 'met',
    'A-2': deviates,
    'A-3': { notApplicable: 'None here.' },
  });

  it('counts, and never says more than is true', () => {
    const { total, ...counts } = countsOf(findings);
    expect(counts).toEqual({ met: 1, deviates: 1, notApplicable: 1, missing: total - 3 });
    expect(
      countsOf(findingsOf([{ ...passing('A-1'), passed: false }, passing('A-1')], { 'A-1': 'met' })),
    ).toMatchObject({
      met: 0,
      missing: total,
    });
    expect(shareOf({ total: 1000, met: 979, deviates: 21, notApplicable: 0, missing: 0 })).toBe('97.9 %');
    expect(shareOf({ total: 3000, met: 2999, deviates: 1, notApplicable: 0, missing: 0 })).toBe('99.9 %');
  });

  it('has a line for each rule in the table', () => {
    expect(tableOf(findings).split('\n').slice(0, 4)).toEqual([
      'A-1    met             1 check',
      'A-2    deviates        Something else.',
      'A-3    not applicable  None here.',
      'A-4    missing         0 checks',
    ]);
  });

  it('has a row for each rule in the document, with the titles of its checks', () => {
    const document = documentOf(findings);
    expect(document).toContain('| A-1 | met | a check |\n| A-2 | deviates | a check |\n| A-3 | not applicable |  |');
    expect(document).toContain('- **A-2** Something else.');
    expect(document).toContain('- **A-3** None here.');
  });
});
