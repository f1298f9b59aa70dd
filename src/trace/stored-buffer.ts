import { types } from 'node:util';
import type { StoredValue } from './trace-file';

/** Of a buffer the first bytes are stored. */
const headBytes = 64;

/** A larger one is not made again, only to print it. */
const restoredBytes = 64 << 20;

/** Buffers and what looks into them; `undefined` for all other objects. */
export function storeBuffer(value: object): StoredValue | undefined {
  if (types.isAnyArrayBuffer(value)) {
    const { byteLength } = value;
    const $type = types.isSharedArrayBuffer(value) ? 'SharedArrayBuffer' : 'ArrayBuffer';
    return { $type, byteLength, head: hexadecimal(value, 0, byteLength) };
  }
  if (!ArrayBuffer.isView(value)) return undefined;
  const { buffer, byteOffset, byteLength } = value;
  const head = hexadecimal(buffer, byteOffset, byteLength);
  return { $type: viewName(value), ...lengthOf(value), byteLength, head };
}

/**
 * A buffer, or a view of one, that prints as the one that was stored; `undefined` if that was none, or too large.
 * `DataView` prints its whole buffer, of which only the viewed part is known.
 */
export function restoreBuffer({ $type, byteLength, head }: Readonly<Record<string, StoredValue>>): object | undefined {
  if (typeof byteLength !== 'number' || typeof head !== 'string' || !(byteLength <= restoredBytes)) return undefined;
  const bytes = Buffer.from(head, 'hex').subarray(0, byteLength);
  if ($type === 'SharedArrayBuffer') {
    const shared = new SharedArrayBuffer(byteLength);
    Buffer.from(shared).set(bytes);
    return shared;
  }
  const buffer = new ArrayBuffer(byteLength);
  Buffer.from(buffer).set(bytes);
  return $type === 'ArrayBuffer' ? buffer : viewMakers[String($type)]?.(buffer);
}

const viewMakers: Readonly<Record<string, (buffer: ArrayBuffer) => ArrayBufferView>> = Object.fromEntries(
  [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ].map((TypedArray) => [TypedArray.name, (buffer: ArrayBuffer) => new TypedArray(buffer)]),
);

function hexadecimal(buffer: ArrayBufferLike, from: number, length: number): string {
  return Buffer.from(buffer, from, Math.min(length, headBytes)).toString('hex');
}

/** The engine's name, such as `Uint8Array`, whatever class it is of. */
function viewName(view: ArrayBufferView): string {
  if (types.isDataView(view)) return 'DataView';
  const tag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;
  return String(tag?.call(view));
}

function lengthOf(view: ArrayBufferView): { readonly length?: number } {
  return 'length' in view && typeof view.length === 'number' ? { length: view.length } : {};
}
