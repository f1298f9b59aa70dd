import { ours, primitive, type Row, vitestWebWorker, workerThreads } from '../../row';

export const row: Row = {
  name: 'workers-64',
  measures: 'construct 64 workers that are alive at once, post one message to each, receive all replies',
  unit: 'ms',
  atMost: 150,
  replies: 64,
  ours: ours(1),
  against: [workerThreads(1), vitestWebWorker(1), primitive('vm.createContext, 64 times', 'create-context', 1)],
};
