import { UNCOMMON } from './clone-result';
import { copyUnusualRecord } from './copy-unusual-record';
import {
  create,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  hasOwn,
  isView,
  OwnArray,
  setPrototypeOf,
} from './intrinsics';
import { hasDefaultAttributes, lockOf } from './lock';
import { needsCopy } from './needs-copy';
import { isOrdinary } from './object-kind';
import { OBJECT, SLOT } from './size';
import type { Walk } from './walk';

/** A global object has more properties, and one called `globalThis`. */
const FEWER_THAN_GLOBAL = 50;
/** Up to this number of properties the engine's own copy of an object (`{...source}`) is the fastest. */
const SMALL = 64;

/**
 * The fast path for an object that looks plain: string keys only, all of them data of default attributes but for what
 * freezing or sealing the object made of them. Answers {@link UNCOMMON} for others, nothing done.
 *
 * A builtin object whose prototype is now `Object.prototype` looks plain too. It's told apart only by asking for each
 * kind, which is done for an object without properties: a builtin one hardly has enumerable properties as well.
 */
export function copyRecord(walk: Walk, source: object, isNull: boolean): unknown {
  const keys = getOwnPropertyNames(source);
  const lock = lockOf(source);
  if (getOwnPropertySymbols(source).length > 0 || isView(source)) return UNCOMMON;
  if (keys.length === 0 && walk.closeLooks-- > 0 && !isOrdinary(walk.receiver.types, source)) return UNCOMMON;
  if (keys.length >= FEWER_THAN_GLOBAL && hasOwn(source, 'globalThis')) return UNCOMMON;
  const values: unknown[] = new OwnArray(keys.length);
  let nested = false;
  for (let i = 0; i < keys.length; i++) {
    const found = getOwnPropertyDescriptor(source, keys[i] as string);
    if (found === undefined) return UNCOMMON;
    if (!hasDefaultAttributes(found, lock)) {
      return isNull || lock !== undefined ? UNCOMMON : copyUnusualRecord(walk, source, keys);
    }
    values[i] = found.value;
    nested ||= needsCopy(found.value);
  }
  const copy = isNull || keys.length > SMALL ? dictionary(walk, keys, values, isNull) : walk.receiver.record(source);
  walk.bytes += OBJECT + SLOT * keys.length;
  walk.identity.add(source, copy);
  if (nested) walk.openRecord(copy, keys, values, lock);
  else lock?.(copy);
  return copy;
}

/** Without a prototype at first, so that neither `__proto__` nor any other setter is in the way. */
function dictionary(walk: Walk, keys: readonly string[], values: readonly unknown[], isNull: boolean): object {
  const copy = create(null) as Record<string, unknown>;
  for (let i = 0; i < keys.length; i++) copy[keys[i] as string] = values[i];
  return isNull ? copy : setPrototypeOf(copy, walk.receiver.makers.plainPrototype);
}
