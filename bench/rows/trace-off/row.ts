import { ours, type Row } from '../../row';

export const row: Row = {
  name: 'trace-off',
  measures: 'one message of 40,000 that host and worker answer each other with, without a trace',
  unit: 'µs',
  replies: 1,
  ours: ours(40_000),
  against: [],
};
