import { types } from 'node:util';
import { MARK } from './mark';
import { Refusal } from './refusal';
import { isIndex } from './slots';

const REASON = ['Serialize PrepareTransfer fail'];

/** S-37..S-39: the buffers that a transfer list names; throws what the platform refuses, before anything is encoded. */
export function readTransferList(list: unknown): ReadonlySet<unknown> {
  if (types.isProxy(list) || !Array.isArray(list)) throw new Refusal(REASON, 'transfer');
  const present = Object.keys(list).filter(isIndex);
  for (const index of present) {
    if (!isTransferable(list[Number(index)])) throw new Refusal(REASON, `transfer[${index}]`);
  }
  return new Set(present.map((index) => list[Number(index)]));
}

function isTransferable(value: unknown): boolean {
  if (types.isProxy(value) || !types.isArrayBuffer(value)) return false;
  return !(MARK in value); // S-57
}
