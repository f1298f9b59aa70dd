import { UNCOMMON } from './clone-result';
import { hasDefaultAttributes } from './default-attributes';
import {
  enumerableKeys,
  freeze,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  isExtensible,
  isFrozen,
  lookupGetter,
} from './intrinsics';
import { ARRAY, SLOT } from './size';
import type { Walk } from './walk';

/** Up to this length an array is read descriptor by descriptor, which is slow on elements. */
const SHORT = 8;

/**
 * The fast path for an array without holes and named properties. In an extensible array longer than {@link SHORT} it
 * doesn't see non-enumerable named properties, nor that an element is read-only, can't be deleted or has but a setter:
 * looking would take several times as long as all the rest. Answers {@link UNCOMMON} for others, nothing done.
 */
export function copyArray(walk: Walk, source: readonly unknown[]): unknown {
  const frozen = !isExtensible(source);
  if (getOwnPropertySymbols(source).length > 0 || (frozen && !isFrozen(source))) return UNCOMMON;
  const copy = source.length <= SHORT ? readShort(source, frozen) : readLong(source);
  if (copy === undefined) return UNCOMMON;
  walk.bytes += ARRAY + SLOT * copy.length;
  walk.identity.add(source, copy);
  if (copy.length > 0) walk.openArray(copy, frozen);
  else if (frozen) freeze(copy);
  return copy;
}

/** Property names come in the order of the language: indices, then `length`, then others. */
function readShort(source: readonly unknown[], frozen: boolean): unknown[] | undefined {
  const names = getOwnPropertyNames(source);
  if (names.length !== source.length + 1 || names[source.length] !== 'length') return undefined;
  const elements: unknown[] = [];
  for (let i = 0; i < source.length; i++) {
    const found = getOwnPropertyDescriptor(source, i);
    if (found === undefined || !hasDefaultAttributes(found, frozen)) return undefined;
    elements.push(found.value);
  }
  return elements;
}

function readLong(source: readonly unknown[]): unknown[] | undefined {
  const { length } = source;
  const keys = enumerableKeys(source);
  if (keys.length !== length || keys[length - 1] !== `${length - 1}`) return undefined;
  const elements: unknown[] = [];
  for (let i = 0; i < length; i++) {
    if (lookupGetter(source, i) !== undefined) return undefined;
    elements.push(source[i]);
  }
  return elements;
}
