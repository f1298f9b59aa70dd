import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow(
  'clone-small',
  "copy { id: 7, op: 'sum', args: [3] } into another realm",
  'µs',
  20_000,
);
