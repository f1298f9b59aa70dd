import { types } from 'node:util';
import { bytesIn, shownBytes } from './printable';

/** Where buffers first differ, when it is behind the bytes that are shown: a line for each two at the same place. */
export function hiddenDifferences(
  expected: unknown,
  received: unknown,
  path = '',
  seen = new Set<unknown>(),
): string[] {
  if (!isObject(expected) || !isObject(received) || seen.has(expected)) return [];
  seen.add(expected);
  const [wanted, given] = [bytesIn(expected), bytesIn(received)];
  if (wanted !== undefined && given !== undefined) return firstDifference(wanted, given, path);
  if (ArrayBuffer.isView(expected) || types.isMap(expected) || types.isSet(expected)) return [];
  return Object.keys(expected).flatMap((key) => {
    return hiddenDifferences(Reflect.get(expected, key), Reflect.get(received, key), `${path}.${key}`, seen);
  });
}

function firstDifference(wanted: Uint8Array, given: Uint8Array, path: string): string[] {
  const at = wanted.findIndex((byte, index) => byte !== given[index]);
  if (at < shownBytes || wanted.length !== given.length) return [];
  const where = path === '' ? '' : ` of ${path.slice(1)}`;
  return [`byte ${at}${where}: expected ${hex(wanted[at])}, received ${hex(given[at])}`];
}

function hex(byte = 0): string {
  return byte.toString(16).padStart(2, '0');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
