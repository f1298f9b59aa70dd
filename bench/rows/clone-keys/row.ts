import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow('clone-keys', 'copy an object of 1,000 keys into another realm', 'µs', 200);
