import type { FAILED } from './clone-result';
import { Bytes, bufferByteLength, setBytes, setPrototypeOf } from './intrinsics';
import type { Receiver } from './receiver';
import { isSendable } from './sendable';
import { BUFFER } from './size';
import { Ticket } from './ticket';
import type { Transfer } from './transfer';
import type { Walk } from './walk';

/** An ArrayBuffer is copied, or moved if the transfer list has it (S-24, S-34). */
export function copyBuffer(walk: Walk, source: ArrayBuffer): object {
  walk.bytes += BUFFER;
  const { transfer } = walk;
  const place = transfer?.claim(source);
  if (transfer !== undefined && place !== undefined) {
    const ticket = new Ticket(() => moveBuffer(walk, source, place, transfer));
    transfer.add(ticket);
    return ticket;
  }
  walk.bytes += bufferByteLength(source);
  return copyBytes(walk.receiver, source);
}

/** S-25, S-57 */
export function refuseDetached(walk: Walk, source: ArrayBuffer): typeof FAILED {
  return isSendable(source)
    ? walk.fail("Serialize don't support serialize detached sendable array buffer", 'a detached sendable ArrayBuffer')
    : walk.fail("Serialize don't support detached array buffer", 'a detached ArrayBuffer');
}

/** The object is new, its memory the same (S-26). */
export function copySharedBuffer(walk: Walk, source: SharedArrayBuffer): object {
  walk.bytes += BUFFER;
  const { receiver } = walk;
  const { prototype } = receiver.classNamed<SharedArrayBufferConstructor>('SharedArrayBuffer');
  return setPrototypeOf(receiver.structuredClone(source), prototype);
}

function moveBuffer(walk: Walk, source: ArrayBuffer, place: number, transfer: Transfer): ArrayBuffer {
  const { receiver } = walk;
  try {
    const moved = receiver.structuredClone(source, { transfer: [source] });
    if (bufferByteLength(source) === 0) {
      transfer.markDetached(source);
      return setPrototypeOf(moved, bufferClass(receiver).prototype);
    }
  } catch {
    // Node refuses to detach some buffers of its own; which error it throws depends on its version.
  }
  walk.note(() => ({ kind: 'transfer-copied', path: `transfer[${place}]` }));
  return copyBytes(receiver, source);
}

/** Not `slice`: it asks the source for its species, and the answer may be user code and another realm's class. */
function copyBytes(receiver: Receiver, source: ArrayBuffer): ArrayBuffer {
  const copy = new (bufferClass(receiver))(bufferByteLength(source));
  setBytes(new Bytes(copy), new Bytes(source));
  return copy;
}

function bufferClass(receiver: Receiver): ArrayBufferConstructor {
  return receiver.classNamed('ArrayBuffer');
}

export function isDetached(buffer: ArrayBuffer): boolean {
  if (bufferByteLength(buffer) > 0) return false;
  try {
    return new Bytes(buffer) === undefined;
  } catch {
    return true;
  }
}
