import { types } from 'node:util';
import type { StoredValue } from './trace-file';

/** Of a buffer the first bytes are stored. */
const headBytes = 64;

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
