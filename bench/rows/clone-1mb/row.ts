import type { Row } from '../../row';
import { cloningRow } from '../cloning/row';

export const row: Row = cloningRow('clone-1mb', 'copy a buffer of 1 MiB into another realm', 'µs', 100);
