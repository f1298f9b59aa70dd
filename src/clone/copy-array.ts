import { namesBesideElements } from './array-names';
import { FAILED, UNCOMMON } from './clone-result';
import { getOwnPropertyDescriptor, getOwnPropertySymbols, hasOwn, lookupGetter, lookupSetter } from './intrinsics';
import { readLayout } from './layout';
import { hasDefaultAttributes, type Lock, lockOf } from './lock';
import { needsCopy } from './needs-copy';
import { BUILTIN } from './prototype-plan';
import { ARRAY, SIZE_LIMIT, SLOT } from './size';
import type { Walk } from './walk';

const SHORT = 8;
/** A longer array can only be sent if it's sparse; memory for the others is taken at once. */
const MOST_ELEMENTS = SIZE_LIMIT / SLOT;
/** An array is better read by its keys if it has more holes than that, and many times more than elements. */
const MANY_HOLES = 1_000;
const HOLES_PER_ELEMENT = 30;

/**
 * The fast path for an array of ordinary elements. Answers {@link UNCOMMON} for others, nothing done.
 *
 * Accessors are always found. That an element can't be written, listed or deleted is known to its descriptor alone, and
 * to make descriptors takes four times as long as to copy the array. So this is looked for in arrays of up to
 * {@link SHORT} elements, until the {@link Walk.closeLooks} of the message are used up. Such attributes of further
 * elements are lost, unless the array is frozen.
 */
export function copyArray(walk: Walk, source: readonly unknown[]): unknown {
  const lock = lockOf(source);
  if (getOwnPropertySymbols(source).length > 0) return UNCOMMON;
  const { length } = source;
  const names = namesBesideElements(walk.receiver.inspect, source, lock !== undefined);
  if (names.length > 0 && lock !== undefined) return UNCOMMON;
  const copy = walk.receiver.array(length > MOST_ELEMENTS ? 0 : length);
  const content = copyElements(walk, source, copy, lock);
  if (content === 'uncommon') return UNCOMMON;
  const layout = names.length > 0 ? readLayout(walk, source, names, BUILTIN) : undefined;
  if (layout === FAILED) return FAILED;
  walk.bytes += ARRAY + SLOT * (length + names.length);
  walk.identity.add(source, copy);
  if (layout !== undefined) walk.openFields(copy, layout);
  if (content === 'nested') walk.openArray(copy, lock);
  else lock?.(copy);
  return copy;
}

/** Primitives only, or something that the walk has to copy, or nothing for the fast path. */
type Content = 'flat' | 'nested' | 'uncommon';

function copyElements(walk: Walk, source: readonly unknown[], copy: unknown[], lock: Lock): Content {
  const { length } = source;
  if (length > SHORT || length > walk.closeLooks) return copyPlainly(source, copy);
  walk.closeLooks -= length;
  return copyClosely(source, copy, lock);
}

/** With a look at every descriptor. */
function copyClosely(source: readonly unknown[], copy: unknown[], lock: Lock): Content {
  const { length } = source;
  let content: Content = 'flat';
  for (let i = 0; i < length; i++) {
    const found = getOwnPropertyDescriptor(source, i);
    if (found === undefined || !hasDefaultAttributes(found, lock)) return 'uncommon';
    copy[i] = found.value;
    if (needsCopy(found.value)) content = 'nested';
  }
  return content;
}

/** Without a look at attributes. */
function copyPlainly(source: readonly unknown[], copy: unknown[]): Content {
  const { length } = source;
  let content: Content = 'flat';
  let holes = 0;
  for (let i = 0; i < length; i++) {
    if (!hasOwn(source, i)) {
      if (++holes > MANY_HOLES && holes > HOLES_PER_ELEMENT * (i - holes)) return 'uncommon';
      continue;
    }
    if (lookupGetter(source, i) !== undefined) return 'uncommon';
    const value = source[i];
    if (value === undefined && lookupSetter(source, i) !== undefined) return 'uncommon';
    copy[i] = value;
    if (needsCopy(value)) content = 'nested';
  }
  if (copy.length < length) copy.length = length;
  return content;
}
