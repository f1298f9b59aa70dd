import type { Examination, Finding } from '../doctor';
import type { Colours } from './output';
import type { FindingText, Texts } from './texts';

/** The findings as text: nothing at all if there are none. */
export function reportText(
  { findings }: Examination,
  texts: Texts,
  show: (file: string) => string,
  colours: Colours,
): string {
  if (findings.length === 0) return '';
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const parts = findings.map((finding) => findingText(finding, texts, show, colours));
  return `${parts.join('\n')}\n${colours.bold(texts.total(errors, findings.length - errors))}\n`;
}

/** The findings as data. Files are named from the project's root, with forward slashes, on every system. */
export function reportJson({ root, findings }: Examination, texts: Texts, relative: (file: string) => string): string {
  const shown = findings.map((finding) => {
    const { id, severity, rule, file, line, column } = finding;
    const { summary, facts = [], fix } = textOf(finding, texts, relative);
    return { id, severity, rule, file: relative(file), line, column, message: summary, facts, fix };
  });
  return `${JSON.stringify({ root, findings: shown }, null, 2)}\n`;
}

function findingText(finding: Finding, texts: Texts, show: (file: string) => string, colours: Colours): string {
  const { summary, facts = [], fix } = textOf(finding, texts, show);
  const place = `${show(finding.file)}:${finding.line}:${finding.column}`;
  const paint = finding.severity === 'error' ? colours.red : colours.yellow;
  const mark = `${paint(texts.severities[finding.severity])} ${colours.bold(finding.id)} ${colours.dim(`[${finding.rule}]`)}`;
  const lines = [`${place} ${mark} ${summary}`, ...facts.map((fact) => `  - ${fact}`)];
  return [...lines, `  ${colours.green(texts.fix)} ${fix}`, ''].join('\n');
}

function textOf(finding: Finding, { findings }: Texts, show: (file: string) => string): FindingText {
  // Each id has the text for the findings with that id, which TypeScript can't see.
  const text = findings[finding.id] as (finding: Finding, show: (file: string) => string) => FindingText;
  return text(finding, show);
}
