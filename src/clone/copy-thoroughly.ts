import { FAILED } from './clone-result';
import { copyBuffer, copySharedBuffer } from './copy-buffer';
import { copyView, namesOfView } from './copy-view';
import {
  bigintValue,
  booleanValue,
  dateValue,
  getOwnPropertyNames,
  getPrototypeOf,
  isArray,
  isView,
  mapForEach,
  numberValue,
  regExpFlags,
  regExpSource,
  setForEach,
  stringValue,
  viewBuffer,
} from './intrinsics';
import { isBare, readLayout } from './layout';
import { planPrototype } from './prototype-plan';
import type { Lineage } from './prototypes';
import { ARRAY, COLLECTION, OBJECT, SLOT, SMALL_OBJECT } from './size';
import type { Walk } from './walk';

/**
 * Copies any supported object with all that belongs to it: the content of its kind, its own properties with their
 * attributes, whether it's extensible, a null prototype.
 */
export function copyThoroughly(walk: Walk, source: object, lineage: Lineage, sendable: boolean): unknown {
  const keys = isView(source) ? namesOfView(source) : getOwnPropertyNames(source);
  const layout = readLayout(walk, source, keys, planPrototype(source, lineage, sendable, walk.identity));
  if (layout === FAILED) return FAILED;
  const target = copyKind(walk, source);
  if (target === FAILED) return FAILED;
  walk.bytes += SLOT * keys.length;
  walk.identity.add(source, target);
  if (!isBare(layout)) walk.openFields(target, layout);
  openEntries(walk, source, target);
  return target;
}

/** The copy as its kind makes it, without own properties. */
function copyKind(walk: Walk, source: object): object | typeof FAILED {
  const { types } = walk.receiver;
  if (isView(source)) {
    const buffer = copyBufferOf(walk, source);
    return buffer === FAILED ? FAILED : copyView(walk, source, buffer as object);
  }
  if (types.isArrayBuffer(source)) return copyBuffer(walk, source);
  if (types.isSharedArrayBuffer(source)) return copySharedBuffer(walk, source);
  if (isArray(source)) return charge(walk, ARRAY, emptyArray(source.length));
  if (types.isMap(source)) return charge(walk, COLLECTION, new Map());
  if (types.isSet(source)) return charge(walk, COLLECTION, new Set());
  if (types.isDate(source)) return charge(walk, SMALL_OBJECT, new Date(dateValue(source)));
  if (types.isRegExp(source)) return copyRegExp(walk, source);
  return types.isBoxedPrimitive(source) ? copyBoxed(walk, source) : charge(walk, OBJECT, {});
}

/** The whole of it, and only once for all views of the message. */
function copyBufferOf(walk: Walk, source: ArrayBufferView): unknown {
  const buffer = viewBuffer(source);
  const lineage = walk.receiver.prototypes.lineageOf(getPrototypeOf(buffer) as object | null);
  return walk.identity.find(buffer) ?? copyThoroughly(walk, buffer, lineage, false);
}

function charge(walk: Walk, bytes: number, copy: object): object {
  walk.bytes += bytes;
  return copy;
}

function emptyArray(length: number): unknown[] {
  const copy: unknown[] = [];
  copy.length = length;
  return copy;
}

/** `lastIndex` is an own property and follows with the others (S-22). */
function copyRegExp(walk: Walk, source: object): object {
  const flags = regExpFlags.map(([letter, isSet]) => (isSet(source) ? letter : '')).join('');
  const text = regExpSource(source);
  return charge(walk, SMALL_OBJECT + text.length, new RegExp(text, flags));
}

function copyBoxed(walk: Walk, source: object): object | typeof FAILED {
  const { types } = walk.receiver;
  if (types.isSymbolObject(source)) return walk.refuse('Symbol');
  walk.bytes += SMALL_OBJECT;
  if (types.isNumberObject(source)) return Object(numberValue(source));
  if (types.isStringObject(source)) return Object(stringValue(source));
  return Object(types.isBooleanObject(source) ? booleanValue(source) : bigintValue(source));
}

function openEntries(walk: Walk, source: object, target: object): void {
  const { types } = walk.receiver;
  const entries: unknown[] = [];
  if (types.isMap(source)) mapForEach(source, (value, key) => entries.push(key, value));
  else if (types.isSet(source)) setForEach(source, (value) => entries.push(value));
  if (entries.length === 0) return;
  walk.bytes += SLOT * entries.length;
  walk.openEntries(types.isMap(source) ? 'map' : 'set', target, entries);
}
