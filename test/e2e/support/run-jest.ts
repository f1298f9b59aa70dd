import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { cacheOf, installationOf, type JestMajor, type NodeMajor, nodeBinaryOf, projectIn } from './places';
import { runCommand } from './run-command';

/** What became of one test. */
export interface TestOutcome {
  readonly status: 'passed' | 'failed' | 'pending' | 'todo';
  /** As printed, normalised. */
  readonly failures: readonly string[];
}

/** What became of one test file. */
export interface FileOutcome {
  /** By full name. */
  readonly tests: Readonly<Record<string, TestOutcome>>;
  /** What is printed of the file's failures, normalised; empty when there are none. */
  readonly message: string;
}

/**
 * One run of the Jest CLI. Texts are normalised: without colours, with `<project>` for the folder of the project, and of
 * stacks only the positions in user code: the majors of Jest name functions in different ways.
 */
export interface JestRun {
  /** By file name. */
  readonly files: Readonly<Record<string, FileOutcome>>;
  readonly exitCode: number | null;
  /** What Jest printed, normalised. */
  readonly output: string;
  readonly coverage: Readonly<Record<string, FileCoverage>>;
}

/** Istanbul's counts for one file, as far as the tests look at them. */
export interface FileCoverage {
  readonly statementMap: Readonly<Record<string, { readonly start: { readonly line: number } }>>;
  readonly s: Readonly<Record<string, number>>;
}

export interface JestVersions {
  readonly jest: JestMajor;
  /** The Node that runs the tests, if not given. */
  readonly node?: NodeMajor | undefined;
  /** Node's own options. */
  readonly nodeOptions?: readonly string[];
}

interface JsonResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: TestOutcome['status'];
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the real Jest CLI in a fixture project that has the packed package installed. */
export async function runJest(fixture: string, args: readonly string[], versions: JestVersions): Promise<JestRun> {
  const { jest } = versions;
  const results = mkdtempSync(join(installationOf(jest), 'results-'));
  const jsonFile = join(results, 'results.json');
  const inBand = args.some((arg) => arg.startsWith('--maxWorkers')) ? [] : ['--runInBand'];
  const reports = ['--json', `--outputFile=${jsonFile}`, `--coverageDirectory=${results}`, '--coverageReporters=json'];
  const { exitCode, output, normalise } = await spawnJest(fixture, [...inBand, ...reports, ...args], versions);
  if (!existsSync(jsonFile)) return { files: {}, exitCode, output, coverage: {} };
  const { testResults } = JSON.parse(readFileSync(jsonFile, 'utf8')) as JsonResults;
  return { files: outcomesOf(testResults, normalise), exitCode, output, coverage: coverageIn(results, normalise) };
}

/** The test files that Jest picks, sorted. */
export async function listTests(fixture: string, args: readonly string[], versions: JestVersions): Promise<string[]> {
  const { output } = await spawnJest(fixture, ['--listTests', ...args], versions);
  return output
    .split('\n')
    .filter((line) => line.startsWith('<project>'))
    .sort();
}

async function spawnJest(
  fixture: string,
  args: readonly string[],
  { jest, node, nodeOptions = [] }: JestVersions,
): Promise<{ exitCode: number | null; output: string; normalise: (text: string) => string }> {
  const cwd = projectIn(jest, fixture);
  const cli = join(installationOf(jest), 'node_modules/jest/bin/jest.js');
  const { exitCode, stdout, stderr } = await runCommand(
    node === undefined ? process.execPath : nodeBinaryOf(node),
    [...nodeOptions, cli, `--cacheDirectory=${cacheOf(jest)}`, ...args],
    { cwd, env: plainEnvironment() },
  );
  const normalise = (text: string): string => normalText(text, cwd, installationOf(jest));
  return { exitCode, output: normalise(`${stdout}${stderr}`), normalise };
}

/** Of each file how many tests passed, and the full text of every failure. */
export function summaryOf({ files }: JestRun): Record<string, { passed: number; failures: readonly string[] }> {
  const summaries = Object.entries(files).map(([name, { tests, message }]) => {
    const outcomes = Object.values(tests);
    const failures = outcomes.length === 0 ? [message] : outcomes.flatMap((outcome) => outcome.failures);
    return [name, { passed: outcomes.filter(({ status }) => status === 'passed').length, failures }] as const;
  });
  return Object.fromEntries(summaries);
}

function outcomesOf(
  testResults: JsonResults['testResults'],
  normalise: (text: string) => string,
): Record<string, FileOutcome> {
  const files = testResults.map(({ name, message, assertionResults }) => {
    const tests = assertionResults.map(({ fullName, status, failureMessages }) => {
      return [fullName, { status, failures: failureMessages.map(normalise) }] as const;
    });
    return [normalise(name), { tests: Object.fromEntries(tests), message: normalise(message) }] as const;
  });
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function coverageIn(folder: string, normalise: (text: string) => string): Record<string, FileCoverage> {
  const file = join(folder, 'coverage-final.json');
  if (!existsSync(file)) return {};
  const coverage = JSON.parse(readFileSync(file, 'utf8')) as Record<string, FileCoverage>;
  return Object.fromEntries(Object.entries(coverage).map(([path, counts]) => [normalise(path), counts]));
}

/** The same on every machine: no colours, no CI mode, no Jest that is running already. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TEMP, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, TEMP, SystemRoot, NO_COLOR: '1', CI: 'true' };
}

function normalText(text: string, project: string, installation: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\\', '/')
    .replaceAll(project.replaceAll('\\', '/'), '<project>')
    .replaceAll(installation.replaceAll('\\', '/'), '<installation>')
    .replaceAll(/^ *at .*node_modules\/.*\n/gm, '')
    .replaceAll(/^( *at ).* \((.*:\d+:\d+)\)$/gm, '$1$2');
}
