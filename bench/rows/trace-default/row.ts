import { ours, type Row } from '../../row';

export const row: Row = {
  name: 'trace-default',
  measures: 'the same with the trace as it is by default',
  unit: 'µs',
  atMostBeyond: { time: 3 },
  replies: 1,
  ours: ours(40_000),
  against: [{ name: 'without a trace', host: 'jest', file: 'off', operations: 40_000 }],
};
