import { ours, type Row } from '../../row';

export const row: Row = {
  name: 'trace-callsites',
  measures: 'the same in runs of 64 tasks, so that every post is located',
  unit: 'µs',
  replies: 1,
  ours: ours(19_200),
  against: [{ name: 'in runs of 80, none located', host: 'jest', file: 'first-alone', operations: 19_200 }],
};
