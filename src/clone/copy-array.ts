import { UNCOMMON } from './clone-result';
import { hasDefaultAttributes } from './default-attributes';
import { hasElementsOnly } from './elements-only';
import {
  freeze,
  getOwnPropertyDescriptor,
  getOwnPropertySymbols,
  hasOwn,
  isExtensible,
  isFrozen,
  lookupGetter,
  lookupSetter,
  ownKeys,
} from './intrinsics';
import { needsCopy } from './needs-copy';
import { ARRAY, SLOT } from './size';
import type { Walk } from './walk';

/** So many elements are looked at by their descriptors. */
const SHORT = 16;
/** An array with more holes than that, and than elements, is better read by its keys. */
const MANY_HOLES = 1_000;

/**
 * The fast path for an array of ordinary elements without named properties, and for a frozen one. Answers
 * {@link UNCOMMON} for others, nothing done.
 *
 * Accessors are found in arrays of any length. That an element can't be written, listed or deleted is known to its
 * descriptor alone, and to make descriptors takes four times as long as to copy the array: of more than {@link SHORT}
 * elements such attributes are lost, unless the array is sealed or frozen.
 */
export function copyArray(walk: Walk, source: readonly unknown[]): unknown {
  const frozen = !isExtensible(source);
  if (frozen && !isFrozen(source)) return UNCOMMON;
  const copy = walk.receiver.array();
  const { length } = source;
  const content = length > SHORT ? copyLong(walk, source, copy) : copyShort(source, copy, frozen);
  if (content === 'uncommon') return UNCOMMON;
  walk.bytes += ARRAY + SLOT * length;
  walk.identity.add(source, copy);
  if (content === 'nested') walk.openArray(copy, frozen);
  else if (frozen) freeze(copy);
  return copy;
}

/** Primitives only, or something that the walk has to copy, or nothing for the fast path. */
type Content = 'flat' | 'nested' | 'uncommon';

/** Not with holes, named properties or unusual attributes. */
function copyShort(source: readonly unknown[], copy: unknown[], frozen: boolean): Content {
  const { length } = source;
  if (ownKeys(source).length !== length + 1) return 'uncommon';
  let content: Content = 'flat';
  for (let i = 0; i < length; i++) {
    const found = getOwnPropertyDescriptor(source, i);
    if (found === undefined || !hasDefaultAttributes(found, frozen)) return 'uncommon';
    copy[i] = found.value;
    if (needsCopy(found.value)) content = 'nested';
  }
  return content;
}

/** Not with named properties, accessors or very many holes. */
function copyLong(walk: Walk, source: readonly unknown[], copy: unknown[]): Content {
  const { length } = source;
  if (getOwnPropertySymbols(source).length > 0 || !hasElementsOnly(walk.receiver.inspect, source)) return 'uncommon';
  let content: Content = 'flat';
  let holes = 0;
  copy.length = length;
  for (let i = 0; i < length; i++) {
    if (!hasOwn(source, i)) {
      if (++holes > MANY_HOLES && holes > i / 2) return 'uncommon';
      continue;
    }
    if (lookupGetter(source, i) !== undefined) return 'uncommon';
    const value = source[i];
    if (value === undefined && lookupSetter(source, i) !== undefined) return 'uncommon';
    copy[i] = value;
    if (needsCopy(value)) content = 'nested';
  }
  return content;
}
