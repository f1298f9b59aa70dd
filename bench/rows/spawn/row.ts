import { ours, primitive, type Row, vitestWebWorker, workerThreads } from '../../row';

export const row: Row = {
  name: 'spawn',
  measures: 'construct a worker, post one message, receive the first reply',
  unit: 'ms',
  atMost: 1.5,
  replies: 1,
  ours: ours(60),
  against: [workerThreads(10), vitestWebWorker(60), primitive('vm.createContext', 'create-context', 100)],
};
