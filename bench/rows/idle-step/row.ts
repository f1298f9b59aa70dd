import { ours, primitive, type Row } from '../../row';

export const row: Row = {
  name: 'idle-step',
  measures: 'step() while a worker lives and nothing is queued',
  unit: 'µs',
  atMost: 1,
  replies: 1,
  ours: ours(200_000),
  against: [primitive('await setImmediate', 'turn', 20_000)],
};
