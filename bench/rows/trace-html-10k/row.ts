import { ours, type Row } from '../../row';

export const row: Row = {
  name: 'trace-html-10k',
  measures: 'the trace of 10,000 messages as one HTML file, written to the disk',
  unit: 'ms',
  atMost: 1_000,
  replies: 1,
  ours: ours(1),
  against: [],
};
