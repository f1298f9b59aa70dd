import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow('clone-numbers', 'copy an array of 100,000 numbers into another realm', 'ms', 10);
