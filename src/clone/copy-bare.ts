import { UNCOMMON } from './clone-result';
import { copyBuffer, isDetached } from './copy-buffer';
import { entriesOf, openEntries } from './copy-collection';
import {
  bigintValue,
  booleanValue,
  dateValue,
  getOwnPropertyDescriptor,
  isExtensible,
  numberValue,
  ownKeys,
  regExpSource,
  stringValue,
} from './intrinsics';
import { COLLECTION, SMALL_OBJECT } from './size';
import type { Walk } from './walk';

/**
 * The fast path for a builtin object that is nothing but what its prototype says. Answers {@link UNCOMMON} for others,
 * nothing done.
 */
export function copyBare(walk: Walk, source: object, builtin: string | undefined): unknown {
  const { receiver } = walk;
  switch (builtin) {
    case 'Date': {
      const time = contentOf(source, dateValue);
      return time !== undefined && isBare(source, 0) ? add(walk, source, new receiver.Date(time)) : UNCOMMON;
    }
    case 'Number':
      return copyBoxed(walk, source, contentOf(source, numberValue));
    case 'Boolean':
      return copyBoxed(walk, source, contentOf(source, booleanValue));
    case 'String':
      return copyBoxed(walk, source, contentOf(source, stringValue));
    case 'BigInt':
      return copyBoxed(walk, source, contentOf(source, bigintValue));
    case 'RegExp':
      return copyRegExp(walk, source);
    case 'ArrayBuffer':
      return copyWholeBuffer(walk, source);
    case 'Map':
      return copyCollection(walk, source, 'map', contentOf(source, mapEntries));
    case 'Set':
      return copyCollection(walk, source, 'set', contentOf(source, setEntries));
    default:
      return UNCOMMON;
  }
}

/** A builtin that reads a slot throws if the object has none: that's cheaper than to ask for its kind before. */
function contentOf<T>(source: object, read: (source: object) => T): T | undefined {
  try {
    return read(source);
  } catch {
    return undefined;
  }
}

const mapEntries = (source: object): unknown[] => entriesOf(source, 'map');
const setEntries = (source: object): unknown[] => entriesOf(source, 'set');

function isBare(source: object, ownProperties: number): boolean {
  return ownKeys(source).length === ownProperties && isExtensible(source);
}

function add(walk: Walk, source: object, copy: object): object {
  walk.bytes += SMALL_OBJECT;
  walk.identity.add(source, copy);
  return copy;
}

/** A boxed string has its characters and `length`. */
function copyBoxed(walk: Walk, source: object, value: number | boolean | string | bigint | undefined): unknown {
  if (value === undefined || !isBare(source, typeof value === 'string' ? value.length + 1 : 0)) return UNCOMMON;
  return add(walk, source, walk.receiver.Object(value));
}

/**
 * The constructor takes source and flags from the slots of a RegExp of any realm; `source.flags` would run the getters
 * of a subclass. `lastIndex` is its only own property (S-22).
 */
function copyRegExp(walk: Walk, source: object): unknown {
  const text = contentOf(source, regExpSource);
  const lastIndex = getOwnPropertyDescriptor(source, 'lastIndex');
  if (text === undefined || lastIndex?.writable !== true || typeof lastIndex.value !== 'number') return UNCOMMON;
  if (!isBare(source, 1)) return UNCOMMON;
  walk.bytes += text.length;
  const copy = new walk.receiver.RegExp(source as RegExp);
  if (lastIndex.value !== 0) copy.lastIndex = lastIndex.value;
  return add(walk, source, copy);
}

function copyWholeBuffer(walk: Walk, source: object): unknown {
  if (!walk.receiver.types.isArrayBuffer(source) || !isBare(source, 0) || isDetached(source)) return UNCOMMON;
  const copy = copyBuffer(walk, source);
  walk.identity.add(source, copy);
  return copy;
}

function copyCollection(walk: Walk, source: object, kind: 'map' | 'set', entries: unknown[] | undefined): unknown {
  if (entries === undefined || !isBare(source, 0)) return UNCOMMON;
  const { makers } = walk.receiver;
  const copy = kind === 'map' ? new makers.Map() : new makers.Set();
  walk.bytes += COLLECTION;
  walk.identity.add(source, copy);
  openEntries(walk, kind, copy, entries);
  return copy;
}
