import { ours, type Row, vitestWebWorker, workerThreads } from '../../row';

export const row: Row = {
  name: 'run-100k',
  measures: 'one message of 100,000 that host and worker answer each other with in one run(), the trace capped',
  unit: 'µs',
  atMost: 10,
  replies: 1,
  ours: ours(100_000),
  against: [workerThreads(10_000), vitestWebWorker(20_000)],
};
