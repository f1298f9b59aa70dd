import { types } from 'node:util';

/** How many bytes are shown; of the others, how many there are. */
export const shownBytes = 256;

/**
 * A value with its buffers replaced by what shows their bytes: Jest's printer leaves them out, and fails on those of
 * another realm. What holds none stays the same object.
 */
export function printable(value: unknown, seen = new Map<unknown, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const bytes = bytesIn(value);
  if (bytes !== undefined) return bytesOf(kindOf(value), bytes);
  if (seen.has(value)) return seen.get(value);
  seen.set(value, value); // In a cycle it is shown as it is.
  const copy = copied(value, (inner) => printable(inner, seen));
  seen.set(value, copy);
  return copy;
}

/** What is shown of it by its bytes: buffers and views of no type. */
export function bytesIn(value: object): Uint8Array | undefined {
  if (types.isAnyArrayBuffer(value)) return new Uint8Array(value);
  return types.isDataView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : undefined;
}

function kindOf(value: object): string {
  if (types.isDataView(value)) return 'DataView';
  return types.isSharedArrayBuffer(value) ? 'SharedArrayBuffer' : 'ArrayBuffer';
}

function copied(value: object, show: (inner: unknown) => unknown): unknown {
  if (types.isMap(value))
    return changed([...value].flat(), show)
      ? new Map([...value].map((entry) => entry.map(show) as [unknown, unknown]))
      : value;
  if (types.isSet(value)) return changed([...value], show) ? new Set([...value].map(show)) : value;
  if (Array.isArray(value)) return changed(value, show) ? value.map(show) : value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  if (!changed(Object.values(value), show)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, show(inner)]));
}

function changed(parts: readonly unknown[], show: (inner: unknown) => unknown): boolean {
  return parts.some((part) => show(part) !== part);
}

/** Printed by Jest as an asymmetric matcher is: by its own text. */
function bytesOf(kind: string, bytes: Uint8Array): object {
  const shown = Buffer.from(bytes.subarray(0, shownBytes))
    .toString('hex')
    .replaceAll(/(..)(?=.)/g, '$1 ');
  const rest = bytes.length > shownBytes ? ` … ${bytes.length - shownBytes} more` : '';
  const text = `${kind}(${bytes.length}) <${shown}${rest}>`;
  return {
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: (other: unknown) => String(other) === text,
    toAsymmetricMatcher: () => text,
    toString: () => text,
  };
}
