import { primitive, type Row } from '../../row';

/** A row that copies one message from realm to realm, without posting it. */
export function cloningRow(name: string, measures: string, unit: Row['unit'], operations: number): Row {
  return {
    name,
    measures,
    unit,
    replies: 1,
    ours: primitive('fake-ohos-worker', 'ours', operations),
    against: [
      primitive('structuredClone', 'structured-clone', operations),
      primitive('v8.serialize + deserialize', 'v8', operations),
    ],
  };
}
