import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow('clone-tree', 'copy a tree of 121 nodes into another realm', 'µs', 300);
