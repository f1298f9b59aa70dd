import type { runCLI } from 'jest';
import { type RuleId, ruleIds } from '../rule-ids';

/** One test of the suite, as far as rules are concerned. */
export interface Check {
  /** The title without its tags. */
  readonly title: string;
  /** The rules whose letter it checks. */
  readonly rules: readonly string[];
  /** The deviations of which it pins what happens instead. */
  readonly deviations: readonly string[];
  /** It is known to fail: the rule that it checks deviates. */
  readonly failing: boolean;
  readonly passed: boolean;
}

const tag = /\s*\[(deviates: )?([AELPS]-\d+[a-z]?(?:, [AELPS]-\d+[a-z]?)*)\]/g;

type Results = Awaited<ReturnType<typeof runCLI>>['results'];

/** The checks of a run of Jest, in the order of files and titles. */
export function readChecks({ testResults }: Results): Check[] {
  return testResults
    .toSorted((one, other) => (one.testFilePath < other.testFilePath ? -1 : 1))
    .flatMap((file) => file.testResults)
    .map(({ title, ancestorTitles, status, failing = false }) => {
      const tags = [...title.matchAll(tag)].map(([, deviates, ids = '']) => ({ deviates, ids: ids.split(', ') }));
      return {
        title: [...ancestorTitles, title.replaceAll(tag, '')].join(' '),
        rules: tags.flatMap(({ deviates, ids }) => (deviates === undefined ? ids : [])),
        deviations: tags.flatMap(({ deviates, ids }) => (deviates === undefined ? [] : ids)),
        failing,
        passed: status === 'passed',
      };
    });
}

export function isRule(id: string): id is RuleId {
  return (ruleIds as readonly string[]).includes(id);
}
