import { FAILED, UNCOMMON } from './clone-result';
import { getOwnPropertyDescriptor, getPrototypeOf, hasOwn, lookupGetter, lookupSetter, ownKeys } from './intrinsics';
import { readLayout } from './layout';
import { hasDefaultAttributes, type Lock, lockOf } from './lock';
import { isIndex, namesBesideElements } from './names-beside-elements';
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
 * Accessors are always found. That an element can't be written, listed or deleted is known to its descriptor
 * alone, and to make descriptors takes four times as long as to copy the array. So this is looked for in arrays of up to
 * {@link SHORT} elements, until the {@link Walk.closeLooks} of the message are used up. Such attributes of further
 * elements are lost unless the array is frozen.
 */
export function copyArray(walk: Walk, source: readonly unknown[], isBuiltin: boolean): unknown {
  const closely = source.length <= SHORT && walk.closeLooks > 0;
  return closely ? copyClosely(walk, source) : copyQuickly(walk, source, isBuiltin);
}

/** An array with nothing but elements, of which each descriptor is looked at. */
function copyClosely(walk: Walk, source: readonly unknown[]): unknown {
  const { length } = source;
  walk.closeLooks -= length + 1;
  if (ownKeys(source).length !== length + 1) return UNCOMMON;
  const lock = lockOf(source);
  const copy = walk.receiver.array(length);
  let content: Content = 'flat';
  for (let i = 0; i < length; i++) {
    const found = getOwnPropertyDescriptor(source, i);
    if (found === undefined || !hasDefaultAttributes(found, lock)) return UNCOMMON;
    copy[i] = found.value;
    if (needsCopy(found.value)) content = 'nested';
  }
  return finish(walk, source, copy, content, lock);
}

function copyQuickly(walk: Walk, source: readonly unknown[], isBuiltin: boolean): unknown {
  const lock = lockOf(source);
  const { length } = source;
  const names = namesBesideElements(walk, source, length);
  if (names === undefined || (names.length > 0 && lock !== undefined)) return UNCOMMON;
  const copy = walk.receiver.array(length > MOST_ELEMENTS ? 0 : length);
  const content = copyElements(source, copy, isBuiltin && length > SHORT && inheritsNothing(walk, source));
  if (content === 'uncommon') return UNCOMMON;
  const layout = names.length > 0 ? readLayout(walk, source, names, BUILTIN) : undefined;
  if (layout === FAILED) return FAILED;
  walk.bytes += SLOT * names.length;
  if (layout !== undefined) walk.openFields(copy, layout);
  return finish(walk, source, copy, content, lock);
}

function finish(walk: Walk, source: readonly unknown[], copy: unknown[], content: Content, lock: Lock): unknown[] {
  walk.bytes += ARRAY + SLOT * source.length;
  walk.identity.add(source, copy);
  if (content === 'nested') walk.openArray(copy, lock);
  else lock?.(copy);
  return copy;
}

/** No user code runs during the walk, so it's true for all arrays with that prototype. */
function inheritsNothing(walk: Walk, source: readonly unknown[]): boolean {
  const prototype = getPrototypeOf(source) as object;
  if (walk.withoutIndices !== prototype && hasNoIndices(walk, prototype)) walk.withoutIndices = prototype;
  return walk.withoutIndices === prototype;
}

/** Indices come before other keys. Nothing can stand above an `Object.prototype`. */
function hasNoIndices({ receiver }: Walk, prototype: object): boolean {
  const above = getPrototypeOf(prototype) as object | null;
  if (above === null || !receiver.prototypes.isPlain(above)) return false;
  return !isIndex(ownKeys(prototype)[0]) && !isIndex(ownKeys(above)[0]);
}

/** Primitives only, or something that the walk has to copy, or nothing for the fast path. */
type Content = 'flat' | 'nested' | 'uncommon';

/** Without a look at attributes. If nothing is inherited at holes, each is where `undefined` is read. */
function copyElements(source: readonly unknown[], copy: unknown[], inheritsNothing: boolean): Content {
  const { length } = source;
  let content: Content = 'flat';
  let holes = 0;
  for (let i = 0; i < length; i++) {
    const isThere = inheritsNothing || hasOwn(source, i);
    if (isThere && lookupGetter(source, i) !== undefined) return 'uncommon';
    const value = isThere ? source[i] : undefined;
    if (value === undefined) {
      if (!hasOwn(source, i)) {
        if (++holes > MANY_HOLES && holes > HOLES_PER_ELEMENT * (i - holes)) return 'uncommon';
        continue;
      }
      if (lookupSetter(source, i) !== undefined) return 'uncommon';
    }
    copy[i] = value;
    if (needsCopy(value)) content = 'nested';
  }
  if (copy.length < length) copy.length = length;
  return content;
}
