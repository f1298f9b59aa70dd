import { isToolError } from '../base';
import type { Colours } from './output';
import type { Texts } from './texts';

/** What a command failed with. A stack is shown for bugs of ours alone. */
export function describeFailure(error: unknown, texts: Texts, colours: Colours): string {
  if (!isToolError(error)) return `${colours.red(texts.failed)} ${texts.bug}\n${stackOf(error)}\n`;
  const { code, summary, facts = [], hint } = error.parts;
  const lines = [`${colours.red(texts.failed)} ${texts.problem(summary)} [${code}]`];
  lines.push(...facts.map((fact) => `  - ${texts.problem(fact)}`));
  if (hint !== undefined) lines.push(`  ${colours.green(texts.hint)} ${texts.problem(hint)}`);
  return `${lines.join('\n')}\n`;
}

/** A command line that is wrong, as data. */
export function misuseJson(message: string): string {
  return `${JSON.stringify({ error: { code: 'MISUSE', message, facts: [] } }, null, 2)}\n`;
}

/** What a command failed with, as data. */
export function failureJson(error: unknown, texts: Texts): string {
  return `${JSON.stringify({ error: failureData(error, texts) }, null, 2)}\n`;
}

function failureData(error: unknown, { problem, bug }: Texts): object {
  if (!isToolError(error)) return { code: 'INTERNAL', message: bug, facts: [stackOf(error)] };
  const { code, summary, facts = [], hint } = error.parts;
  return {
    code,
    message: problem(summary),
    facts: facts.map(problem),
    ...(hint === undefined ? {} : { hint: problem(hint) }),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
