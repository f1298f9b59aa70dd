import type { ClonePrimitives } from './clone-primitives';
import { getOwnPropertyNames, OwnArray } from './intrinsics';

/** From here on it's quicker to have Node print an array without its elements than to list all of its names. */
const MANY = 100;
const withoutElements = {
  maxArrayLength: 0,
  depth: 0,
  showHidden: true,
  customInspect: false,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
};

/**
 * Whether an array has no named property. Nothing in the language lists the names without the indices, each of which is
 * made a string for it; Node does when it prints an array. It must print the same for one that surely has no names.
 */
export function hasElementsOnly(inspect: ClonePrimitives['inspect'], source: readonly unknown[]): boolean {
  const { length } = source;
  if (length > MANY && inspect(source, withoutElements) === inspect(new OwnArray(length), withoutElements)) return true;
  const names = getOwnPropertyNames(source);
  // Indices come before names, and `length` is the first of these.
  return names.length > 0 && names[names.length - 1] === 'length';
}
