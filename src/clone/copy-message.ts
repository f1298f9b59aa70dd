import { FAILED } from './clone-result';
import { closeFrame } from './close-frame';
import { copyFunction } from './copy-function';
import { copyObject } from './copy-object';
import type { Frame } from './frame';
import { needsCopy } from './needs-copy';
import { SIZE_LIMIT, sizeExceeded } from './size';
import { Ticket } from './ticket';
import type { Transfer } from './transfer';
import type { Walk } from './walk';

/** Copies a message depth first (S-2). It has arrived unless the walk has got a `failure`. */
export function copyMessage(walk: Walk, message: unknown): unknown {
  const copy = needsCopy(message) ? copySlot(walk, message) : message;
  while (walk.top !== undefined && walk.failure === undefined) advance(walk, walk.top);
  if (walk.failure === undefined && walk.bytes > SIZE_LIMIT) failTooBig(walk);
  if (walk.transfer !== undefined) carryOut(walk, walk.transfer);
  return copy instanceof Ticket && walk.failure === undefined ? copy.redeem() : copy;
}

/** Goes on with an open object until one of its values opens another, or all are copied. */
function advance(walk: Walk, frame: Frame): void {
  const { values } = frame;
  walk.here = frame;
  while (++frame.index < values.length) {
    const value = values[frame.index];
    if (!needsCopy(value)) continue;
    const copy = copySlot(walk, value);
    if (copy === FAILED) return;
    values[frame.index] = copy;
    if (copy instanceof Ticket) frame.late = true;
    else if (frame.shape === 'record') putInPlace(frame, copy);
    if (walk.top !== frame) return;
  }
  walk.top = frame.below;
  if (frame.late) walk.closeLater(frame);
  else closeFrame(frame);
}

/** The property exists already, and no setter is in the way. */
function putInPlace({ target, keys, index }: Frame, copy: unknown): void {
  (target as Record<string, unknown>)[keys[index] as string] = copy;
}

function copySlot(walk: Walk, value: object | symbol): unknown {
  if (typeof value === 'object') return walk.identity.find(value) ?? copyObject(walk, value);
  return typeof value === 'symbol' ? walk.refuse('Symbol') : copyFunction(walk, value);
}

/** Moves the memory of the transferred buffers that the walk met, whether or not it ended well. */
function carryOut(walk: Walk, transfer: Transfer): void {
  transfer.carryOut();
  if (walk.failure !== undefined) return;
  for (const frame of walk.late ?? []) closeLate(frame);
  for (const index of transfer.unreachable()) walk.note(() => ({ kind: 'transfer-unreachable', index }));
}

/** Closes a frame whose transferred buffers have arrived. */
function closeLate(frame: Frame): void {
  const { values, shape } = frame;
  for (const [i, value] of values.entries()) {
    if (!(value instanceof Ticket)) continue;
    values[i] = value.redeem();
    frame.index = i;
    if (shape === 'record') putInPlace(frame, values[i]);
  }
  closeFrame(frame);
}

function failTooBig(walk: Walk): void {
  walk.here = undefined;
  walk.fail(sizeExceeded(walk.bytes), `a message of about ${walk.bytes} bytes`);
}
