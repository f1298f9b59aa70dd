import type { Row } from '../row';
import { row as burst10k } from './burst-10k/row';
import { row as roundTrip } from './round-trip/row';
import { row as spawn } from './spawn/row';
import { row as workers64 } from './workers-64/row';

/** The lines of the table, in its order. */
export const rows: readonly Row[] = [spawn, roundTrip, burst10k, workers64];
