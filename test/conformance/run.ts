import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCLI } from 'jest';
import { manifest } from './manifest';
import { readChecks } from './report/check-results';
import { countsOf } from './report/counts';
import { documentOf } from './report/document';
import { findingsOf } from './report/findings';
import { tableOf } from './report/table';

const help = `Checks every known rule of the platform on the built package.

  npm run conformance               the table
  npm run conformance -- --json     { total, met, deviates, notApplicable, missing } on standard output
  npm run conformance -- --write    brings docs/conformance.md up to date

The exit code is 1 when a check fails, a rule is missing, a deviation has come true, or the document is out of date.`;

const document = resolve(__dirname, '../../docs/conformance.md');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(help);
  const { results } = await runJest();
  const findings = findingsOf(readChecks(results), manifest);
  const text = documentOf(findings);
  if (values.write) writeFileSync(document, text);
  const outdated = readFileSync(document, 'utf8') !== text;
  console.log(values.json ? JSON.stringify(countsOf(findings)) : tableOf(findings));
  for (const problem of findings.problems) console.error(problem);
  if (outdated) console.error('docs/conformance.md is out of date: npm run conformance -- --write');
  if (!results.success || findings.problems.length > 0 || outdated) process.exitCode = 1;
}

/** Jest writes to standard error alone. */
function runJest(): ReturnType<typeof runCLI> {
  return runCLI({ $0: 'jest', _: [], config: resolve(__dirname, 'jest.config.ts'), silent: true, ci: true }, [
    __dirname,
  ]);
}

void main();
