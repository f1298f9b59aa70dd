import type { Row } from '../../row';

export const row: Row = {
  name: 'preset-overhead',
  measures: 'the Jest CLI on an empty TypeScript test file, from start to exit, its caches warm',
  unit: 'ms',
  atMostBeyond: { time: 60, percent: 15 },
  replies: 1,
  ours: { name: 'fake-ohos-worker', host: 'node', file: 'with-preset', operations: 1 },
  against: [{ name: 'Jest with ts-jest', host: 'node', file: 'plain', operations: 1 }],
};
