import type { Row } from '../row';
import { row as burst10k } from './burst-10k/row';
import { row as clone1mb } from './clone-1mb/row';
import { row as cloneKeys } from './clone-keys/row';
import { row as cloneNumbers } from './clone-numbers/row';
import { row as cloneRecords } from './clone-records/row';
import { row as cloneSmall } from './clone-small/row';
import { row as cloneTree } from './clone-tree/row';
import { row as etsTransform } from './ets-transform/row';
import { row as idleStep } from './idle-step/row';
import { row as presetOverhead } from './preset-overhead/row';
import { row as roundTrip } from './round-trip/row';
import { row as run100k } from './run-100k/row';
import { row as spawn } from './spawn/row';
import { row as traceCallsites } from './trace-callsites/row';
import { row as traceDefault } from './trace-default/row';
import { row as traceHtml10k } from './trace-html-10k/row';
import { row as traceOff } from './trace-off/row';
import { row as transfer1mb } from './transfer-1mb/row';
import { row as workers64 } from './workers-64/row';

const cloning = [cloneSmall, cloneTree, cloneRecords, cloneNumbers, cloneKeys, clone1mb, transfer1mb];

/** The lines of the table, in its order. */
export const rows: readonly Row[] = [
  spawn,
  roundTrip,
  run100k,
  idleStep,
  burst10k,
  traceOff,
  traceDefault,
  traceCallsites,
  traceHtml10k,
  workers64,
  presetOverhead,
  etsTransform,
  ...cloning,
];
