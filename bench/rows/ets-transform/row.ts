import type { Row } from '../../row';

export const row: Row = {
  name: 'ets-transform',
  measures: 'compile one file of an app: a model, a worker script, or a page without its interface',
  unit: 'ms',
  atMostBeyond: { time: 10, percent: 43 },
  replies: 1,
  ours: { name: 'fake-ohos-worker', host: 'node', file: 'ours', operations: 60 },
  against: [{ name: 'ts-jest, isolatedModules, files renamed', host: 'node', file: 'ts-jest', operations: 60 }],
};
