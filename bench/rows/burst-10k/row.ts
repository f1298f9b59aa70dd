import { ours, primitive, type Row, vitestWebWorker, workerThreads } from '../../row';

export const row: Row = {
  name: 'burst-10k',
  measures: 'post 10,000 small messages at once to one worker, receive all 10,000 replies',
  unit: 'ms',
  replies: 10_000,
  ours: ours(2),
  against: [workerThreads(2), vitestWebWorker(2), primitive('structuredClone, 20,000 times', 'clone', 2)],
};
