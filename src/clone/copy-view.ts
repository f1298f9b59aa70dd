import type { FAILED } from './clone-result';
import { getOwnPropertyNames, viewByteOffset, viewKind, viewLength } from './intrinsics';
import { VIEW } from './size';
import { Ticket } from './ticket';
import type { Walk } from './walk';

type ViewConstructor = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object;

const kinds = [
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];

/** Listing the properties of a view lists all its elements, at 60 ns each. */
const LONGEST_LISTED = 64;

/**
 * The own named properties of a view. Those of a view with more than {@link LONGEST_LISTED} elements aren't looked for:
 * nothing in the language lists them without the elements, which takes 400 times as long as to copy them.
 */
export function namesOfView(source: ArrayBufferView): string[] {
  const length = viewLength(source);
  return length > LONGEST_LISTED ? [] : getOwnPropertyNames(source).slice(length);
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
