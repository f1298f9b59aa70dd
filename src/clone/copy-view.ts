import type { FAILED } from './clone-result';
import { ownKeys, viewByteOffset, viewKind, viewLength } from './intrinsics';
import { namesBesideElements, type ViewConstructor } from './names-beside-elements';
import { VIEW } from './size';
import { Ticket } from './ticket';
import type { Walk } from './walk';

const kinds = [
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];

/** The own keys of a view that aren't indices. */
export function keysOfView(walk: Walk, source: ArrayBufferView): readonly PropertyKey[] {
  const length = viewLength(source);
  return namesBesideElements(walk, source, length) ?? ownKeys(source).slice(length);
}

/** The same view on a buffer that has arrived (S-23). A view on a transferred buffer can only be made with it. */
export function copyView(walk: Walk, source: ArrayBufferView, buffer: object): object | typeof FAILED {
  const kind = viewKind(source);
  if (!kinds.includes(kind)) return walk.refuse(kind);
  const View = walk.receiver.classNamed<ViewConstructor>(kind);
  walk.bytes += VIEW;
  const byteOffset = viewByteOffset(source);
  const length = viewLength(source);
  if (buffer instanceof Ticket) return new Ticket(() => new View(buffer.redeem() as ArrayBuffer, byteOffset, length));
  return new View(buffer as ArrayBuffer, byteOffset, length);
}
