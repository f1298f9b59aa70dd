import { UNCOMMON } from './clone-result';
import {
  enumerableKeys,
  freeze,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  hasOwn,
  isExtensible,
  isFrozen,
  isView,
  lookupGetter,
} from './intrinsics';
import { needsCopy } from './needs-copy';
import { ARRAY, OBJECT, SLOT } from './size';
import type { Walk } from './walk';

/** No object but a global one has so many properties and one called `globalThis`. */
const FEWER_THAN_GLOBAL = 50;
/** Up to this length an array is read descriptor by descriptor, which is slow on elements. */
const SHORT = 8;

/**
 * The fast path for an object that looks plain: only string keys, all properties data and of default attributes, or the
 * object frozen. Answers {@link UNCOMMON} for all others, nothing done.
 *
 * Also for an object without properties: an exotic object whose prototype was replaced could pass for plain, were it
 * not that those with a slot of their own rarely have enumerable properties too.
 */
export function copyRecord(walk: Walk, source: object, prototype: null | undefined): unknown {
  const keys = getOwnPropertyNames(source);
  const frozen = !isExtensible(source);
  if (keys.length === 0 || getOwnPropertySymbols(source).length > 0 || isView(source)) return UNCOMMON;
  if (keys.length >= FEWER_THAN_GLOBAL && hasOwn(source, 'globalThis')) return UNCOMMON;
  if (frozen && !isFrozen(source)) return UNCOMMON;
  const nestedKeys: string[] = [];
  const nested: unknown[] = [];
  for (const key of keys) {
    const found = getOwnPropertyDescriptor(source, key);
    if (found === undefined || !isOrdinary(found, frozen)) return UNCOMMON;
    if (!needsCopy(found.value)) continue;
    nestedKeys.push(key);
    nested.push(found.value);
  }
  // No getter to run and no symbol to take along: the engine's own fast copy. It defines, so setters can't interfere.
  const copy = prototype === null ? { __proto__: null, ...source } : { ...source };
  walk.bytes += OBJECT + SLOT * keys.length;
  walk.identity.add(source, copy);
  if (nestedKeys !== undefined && nested !== undefined) walk.openRecord(copy, nestedKeys, nested, frozen);
  else if (frozen) freeze(copy);
  return copy;
}

/**
 * The fast path for an array without holes and named properties. In an extensible array longer than {@link SHORT} it
 * doesn't see non-enumerable named properties, nor that an element is non-writable, non-configurable or has but a setter:
 * looking would take several times as long as all the rest.
 */
export function copyArray(walk: Walk, source: readonly unknown[]): unknown {
  const frozen = !isExtensible(source);
  if (getOwnPropertySymbols(source).length > 0 || !isDense(source)) return UNCOMMON;
  if (frozen && !isFrozen(source)) return UNCOMMON;
  const copy = source.length <= SHORT ? elementsOfShort(source, frozen) : elementsOfLong(source);
  if (copy === undefined) return UNCOMMON;
  walk.bytes += ARRAY + SLOT * copy.length;
  walk.identity.add(source, copy);
  if (copy.some(needsCopy)) walk.openArray(copy, frozen);
  else if (frozen) freeze(copy);
  return copy;
}

function isDense(source: readonly unknown[]): boolean {
  const { length } = source;
  if (length <= SHORT) {
    const names = getOwnPropertyNames(source);
    return names.length === length + 1 && names[length] === 'length';
  }
  const keys = enumerableKeys(source);
  return keys.length === length && keys[length - 1] === `${length - 1}`;
}

function elementsOfShort(source: readonly unknown[], frozen: boolean): unknown[] | undefined {
  const elements: unknown[] = [];
  for (let i = 0; i < source.length; i++) {
    const found = getOwnPropertyDescriptor(source, i);
    if (found === undefined || !isOrdinary(found, frozen)) return undefined;
    elements.push(found.value);
  }
  return elements;
}

function elementsOfLong(source: readonly unknown[]): unknown[] | undefined {
  const elements: unknown[] = [];
  for (let i = 0; i < source.length; i++) {
    if (lookupGetter(source, i) !== undefined) return undefined;
    elements.push(source[i]);
  }
  return elements;
}

/** `writable` is `undefined` in the descriptor of an accessor. */
function isOrdinary({ enumerable, writable, configurable }: PropertyDescriptor, frozen: boolean): boolean {
  return enumerable === true && writable === !frozen && configurable === !frozen;
}
