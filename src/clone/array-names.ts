import type { ClonePrimitives } from './clone-primitives';
import { enumerableKeys, getOwnPropertyNames, OwnArray } from './intrinsics';

/** From here on it's quicker to have Node print an array without its elements than to list all of its keys. */
const MANY = 500;
const NONE: readonly string[] = [];

/**
 * The named properties of an array. Hidden ones are looked for in long arrays, and where they do occur: in those of
 * template literals, which are frozen.
 */
export function namesBesideElements(
  inspect: ClonePrimitives['inspect'],
  source: readonly unknown[],
  locked: boolean,
): readonly string[] {
  const { length } = source;
  if (length > MANY && printsAsNameless(inspect, source)) return NONE;
  const keys = locked || length > MANY ? getOwnPropertyNames(source) : enumerableKeys(source);
  // Indices come before names, and `length` is the first of these.
  if (keys.length === 0 || (keys.length === length && keys[length - 1] === `${length - 1}`)) return NONE;
  let first = keys.length;
  while (first > 0 && isName(keys[first - 1] as string)) first--;
  if (keys[first] === 'length') first++;
  return first === keys.length ? NONE : keys.slice(first);
}

function isName(key: string): boolean {
  const index = Number(key) >>> 0;
  return `${index}` !== key || index === 0xffff_ffff;
}

const withoutElements = {
  maxArrayLength: 0,
  depth: 0,
  showHidden: true,
  showProxy: true, // else its target is printed, by way of traps
  customInspect: false,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
};

/**
 * Nothing in the language lists the names of an array without the indices, each of which is made a string for it. Node
 * does when it prints an array: one that has no names is printed as any other of its length.
 */
function printsAsNameless(inspect: ClonePrimitives['inspect'], source: readonly unknown[]): boolean {
  const nameless = inspect(new OwnArray(source.length), withoutElements);
  try {
    return inspect(source, withoutElements) === nameless;
  } catch {
    return false; // an object that a name holds could not be printed
  }
}
