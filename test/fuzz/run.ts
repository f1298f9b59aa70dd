// npm run fuzz: see --help.
import { parseArgs } from 'node:util';
import type { Fuzz, FuzzReport } from './fuzz-report';
import { fuzzPrograms } from './programs/fuzz-programs';
import { fuzzValues } from './values/fuzz-values';

const defaultSeed = 20260101;

const help = `npm run fuzz -- [options]

Compares the fake with independent second implementations of the platform's rules: random programs of calls with a
model of the life cycle and ordering rules, random values with another serializer. Ends with code 1 at a difference.

  --programs N  how many programs; default 100000
  --values N    how many values; default 100000
  --seed S      another seed gives other programs and values; default ${defaultSeed}
  --path P      the one program that an earlier difference named, with its seed
  --help        this text`;

interface Options {
  readonly programs: number;
  readonly values: number;
  readonly seed: number;
  readonly path: string | undefined;
}

function readOptions(): Options | 'help' {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '100000' },
      values: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(defaultSeed) },
      path: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    programs: wholeNumber('programs', values.programs),
    values: wholeNumber('values', values.values),
    seed: wholeNumber('seed', values.seed),
    path: values.path,
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} ${text}: a whole number from 0 on is expected`);
  return Number(text);
}

/** Answers whether there was no difference. */
function fuzz(title: string, part: Fuzz, runs: number, seed: number): boolean {
  if (runs === 0) return true;
  const begin = performance.now();
  const cpuBefore = process.cpuUsage();
  let heap = 0;
  const progress = (done: number): void => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
    const seconds = (performance.now() - begin) / 1000;
    const rest = Math.round((seconds / done) * (runs - done));
    const line = `${title}: ${done} of ${runs}, ${Math.round(seconds)} s, about ${rest} s to go, heap ${megabytes(heap)} at most`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else if (done % 5000 === 0) process.stderr.write(`${line}\n`);
  };
  const report = part({ runs, seed, report: progress });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = `${((user + system) / 1e6).toFixed(0)} s of a processor`;
  console.log(`${title}: ${report.runs} with seed ${seed} in ${seconds} s (${cpu}), heap ${megabytes(heap)} at most`);
  printCoverage(report);
  if (report.difference === undefined) return true;
  console.log(report.difference);
  return false;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function printCoverage({ coverage }: FuzzReport): void {
  const counts = Object.entries(coverage).sort(([, a], [, b]) => b - a);
  for (const [what, count] of counts) console.log(`${String(count).padStart(9)}  ${what}`);
}

function run(): void {
  const options = readOptions();
  if (options === 'help') return console.log(help);
  // Stacks are looked at for each worker and many an error, and nobody reads their positions here.
  process.setSourceMapsEnabled(false);
  const { programs, values, seed, path } = options;
  const agreed = [
    fuzz('programs', (request) => fuzzPrograms(request, { path }), path === undefined ? programs : 1, seed),
    fuzz('values', fuzzValues, path === undefined ? values : 0, seed),
  ];
  if (agreed.includes(false)) process.exitCode = 1;
}

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
