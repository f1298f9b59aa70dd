import { primitive, type Row } from '../../row';

export const row: Row = {
  name: 'transfer-1mb',
  measures: 'move a buffer of 1 MiB into another realm',
  unit: 'µs',
  replies: 1,
  ours: primitive('fake-ohos-worker', 'ours', 200),
  against: [primitive('structuredClone with transfer', 'structured-clone', 200)],
};
