import { UNCOMMON } from './clone-result';
import {
  enumerableKeys,
  freeze,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  isExtensible,
  isFrozen,
  lookupGetter,
} from './intrinsics';
import { needsCopy } from './needs-copy';
import { ARRAY, SLOT } from './size';
import type { Walk } from './walk';

/**
 * The fast path for an array without holes and named properties, or a frozen one. Answers {@link UNCOMMON} for others,
 * nothing done.
 *
 * In an extensible array it doesn't see non-enumerable named properties, nor that an element is read-only, can't be
 * deleted or has but a setter. Only descriptors tell, and to make them takes four times as long as to copy the array.
 */
export function copyArray(walk: Walk, source: readonly unknown[]): unknown {
  const frozen = !isExtensible(source);
  if (getOwnPropertySymbols(source).length > 0 || (frozen && !isFrozen(source))) return UNCOMMON;
  const { length } = source;
  const keys = enumerableKeys(source);
  // Indices come before names, so with the last index at its place there are no holes.
  if (keys.length !== length || (length > 0 && keys[length - 1] !== `${length - 1}`)) return UNCOMMON;
  if (frozen && getOwnPropertyNames(source).length !== length + 1) return UNCOMMON;
  const copy = walk.receiver.array();
  let nested = false;
  for (let i = 0; i < length; i++) {
    if (lookupGetter(source, i) !== undefined) return UNCOMMON;
    const value = source[i];
    copy.push(value);
    nested ||= needsCopy(value);
  }
  walk.bytes += ARRAY + SLOT * length;
  walk.identity.add(source, copy);
  if (nested) walk.openArray(copy, frozen);
  else if (frozen) freeze(copy);
  return copy;
}
