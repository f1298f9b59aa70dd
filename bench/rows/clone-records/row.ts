import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow('clone-records', 'copy 10,000 records of four fields into another realm', 'ms', 5);
