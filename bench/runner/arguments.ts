import { parseArgs } from 'node:util';
import type { Row } from '../row';
import { rows } from '../rows';

/** What the user asked for. */
export interface Request {
  readonly rows: readonly Row[];
  readonly rounds: number;
  readonly json: boolean;
  /** Whether a missed target is a failure. */
  readonly check: boolean;
  /** A packed package to measure in place of this checkout's. */
  readonly tarball: string | undefined;
}

const fewestRounds = 5;

/** @throws Error that says what to write, when the arguments are wrong. */
export function readArguments(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: rows.map(({ name }) => name).join(',') },
      rounds: { type: 'string', default: '7' },
      // `npm run bench --json`, without a second `--`, reaches us as npm's own option.
      json: { type: 'boolean', default: process.env.npm_config_json === 'true' },
      check: { type: 'boolean', default: false },
      package: { type: 'string' },
    },
  });
  return {
    rows: values.rows.split(',').map(rowNamed),
    rounds: roundsOf(values.rounds),
    json: values.json,
    check: values.check,
    tarball: values.package,
  };
}

function rowNamed(name: string): Row {
  const row = rows.find((candidate) => candidate.name === name.trim());
  if (row !== undefined) return row;
  throw new Error(`There is no row "${name}". The rows are: ${rows.map((known) => known.name).join(', ')}.`);
}

function roundsOf(text: string): number {
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= fewestRounds) return rounds;
  throw new Error(`--rounds ${text}: a median needs a whole number of rounds, ${fewestRounds} or more.`);
}
