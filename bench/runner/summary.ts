import type { Measurement, Result } from './measure-row';

/** A row as `--json` prints it. */
export interface JsonRow {
  readonly name: string;
  readonly ours: number;
  readonly unit: string;
  /** `ratio` is theirs ÷ ours: above 1, we are faster. */
  readonly against: readonly { readonly name: string; readonly value: number; readonly ratio: number }[];
}

export function toJson({ row, ours, against }: Measurement): JsonRow {
  const median = medianOf(ours.rounds);
  return {
    name: row.name,
    ours: rounded(median),
    unit: row.unit,
    against: against.map(({ contestant, rounds }) => ({
      name: contestant.name,
      value: rounded(medianOf(rounds)),
      ratio: rounded(medianOf(rounds) / median),
    })),
  };
}

/** The row's part of the table: medians, the range of the rounds, and the range of the rounds' own ratios. */
export function toText(measurement: Measurement): string {
  const { row, ours, against } = measurement;
  const lines = [`${row.name}: ${row.measures}`, line(measurement, ours, targetText(measurement))];
  for (const result of against) {
    const ratios = result.rounds.map((time, round) => time / (ours.rounds[round] ?? Number.NaN));
    const ratio = medianOf(result.rounds) / medianOf(ours.rounds);
    lines.push(line(measurement, result, `${short(ratio)} x (${range(ratios)})`));
  }
  return lines.join('\n');
}

/** Whether the row is within what we allow ourselves; a row without a target is. */
export function meetsTarget(measurement: Measurement): boolean {
  const { row, ours } = measurement;
  if (row.atMost !== undefined && medianOf(ours.rounds) > row.atMost) return false;
  if (row.atMostBeyond === undefined) return true;
  const { time, percent } = beyond(measurement);
  return time <= row.atMostBeyond.time && percent <= (row.atMostBeyond.percent ?? Number.POSITIVE_INFINITY);
}

/** By how much ours takes longer than the first of the others, in the median of the pairs. */
function beyond({ ours, against: [first] }: Measurement): { readonly time: number; readonly percent: number } {
  const pairs = ours.rounds.map((own, round) => ({ own, theirs: first?.rounds[round] ?? Number.NaN }));
  return {
    time: medianOf(pairs.map(({ own, theirs }) => own - theirs)),
    percent: medianOf(pairs.map(({ own, theirs }) => (own / theirs - 1) * 100)),
  };
}

function line({ row }: Measurement, { contestant, rounds }: Result, remark: string): string {
  const median = `${short(medianOf(rounds))} ${row.unit}`;
  return `  ${contestant.name.padEnd(30)}${median.padStart(12)}   ${range(rounds).padEnd(20)}${remark}`.trimEnd();
}

function targetText(measurement: Measurement): string {
  const { atMost, atMostBeyond, unit } = measurement.row;
  const verdict = meetsTarget(measurement) ? 'met' : 'MISSED';
  if (atMost !== undefined) return `at most ${atMost} ${unit}: ${verdict}`;
  if (atMostBeyond === undefined) return '';
  const { time, percent } = beyond(measurement);
  const relative = atMostBeyond.percent === undefined ? '' : ` and ${atMostBeyond.percent} %`;
  return `at most ${atMostBeyond.time} ${unit}${relative} more: ${verdict}, with ${short(time)} ${unit} and ${short(percent)} %`;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (lower + upper) / 2;
}

function range(values: readonly number[]): string {
  return `${short(Math.min(...values))} .. ${short(Math.max(...values))}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

function short(value: number): string {
  return String(value >= 1_000 ? Math.round(value) : Number(value.toPrecision(3)));
}
