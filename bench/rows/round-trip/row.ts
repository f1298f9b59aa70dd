import { ours, primitive, type Row, vitestWebWorker, workerThreads } from '../../row';

export const row: Row = {
  name: 'round-trip',
  measures: 'post a small message to a worker that has long been running, receive its reply',
  unit: 'µs',
  atMost: 10,
  replies: 1,
  ours: ours(10_000),
  against: [workerThreads(5_000), vitestWebWorker(10_000), primitive('structuredClone, twice', 'clone', 20_000)],
};
