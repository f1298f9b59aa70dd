import type { Check } from './check-results';
import { countsOf, shareOf } from './counts';
import type { Findings, RuleReport } from './findings';
import { reasonOf, wordOf } from './table';

/** What the letter of an id stands for, in the order of the document. */
const groups = {
  A: 'Surface',
  E: 'Errors',
  L: 'Life cycle and order',
  S: 'Serialization',
  P: 'Script paths',
} as const;

/** How many checks of a rule the document names. */
const named = 3;
/** Titles that have so many characters in common are of one table. */
const alike = 40;

/** `docs/conformance.md`: for users, what is true to the device and what is not. */
export function documentOf(findings: Findings): string {
  const counts = countsOf(findings);
  return `${[
    '# True to the device, rule by rule',
    `Each known rule of the platform's worker runtime has an id. Of ${counts.total} rules ${counts.met} are met, ${counts.deviates} deviate, and ${counts.notApplicable} have nothing here that they could apply to: ${shareOf(counts)} of the applicable ones are met. Each is checked on the built package, in a DevEco project, through its public interface; \`npm run conformance\` does that, and writes this page (\`-- --write\`).`,
    '## What deviates',
    listOf(findings, 'deviates'),
    '## What does not apply',
    listOf(findings, 'not applicable'),
    ...Object.entries(groups).flatMap(([letter, heading]) => [
      `## ${heading}`,
      groupOf(findings.rules.filter(({ rule }) => rule.startsWith(letter))),
    ]),
  ].join('\n\n')}\n`;
}

function listOf({ rules }: Findings, word: string): string {
  return rules
    .filter(({ verdict }) => wordOf(verdict) === word)
    .map(({ rule, verdict }) => `- **${rule}** ${reasonOf(verdict)}`)
    .join('\n');
}

function groupOf(rules: readonly RuleReport[]): string {
  const rows = rules.map(({ rule, verdict, checks }) => {
    const titles = tellingTitles(checks);
    const more = checks.length > titles.length ? [`… and ${checks.length - titles.length} more`] : [];
    return `| ${rule} | ${wordOf(verdict)} | ${[...titles.map(asCell), ...more].join('<br>')} |`;
  });
  return ['| rule | | checked: |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Of the checks that are about the fewest other rules; one of each table, whose titles begin alike. */
function tellingTitles(checks: readonly Check[]): string[] {
  const kinds = new Map<string, string>();
  for (const { title } of checks.toSorted((one, other) => ruleCount(one) - ruleCount(other))) {
    const beginning = title.slice(0, alike);
    if (!kinds.has(beginning)) kinds.set(beginning, title);
  }
  return [...kinds.values()].slice(0, named);
}

function ruleCount({ rules, deviations }: Check): number {
  return rules.length + deviations.length;
}

/** Titles hold values of tests, such as `<T>` or `a|b`. */
function asCell(title: string): string {
  return title.replace(/\s+/g, ' ').replace(/[\\|<>*_`[\]]/g, '\\$&');
}
