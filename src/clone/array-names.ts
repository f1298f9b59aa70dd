import type { ClonePrimitives } from './clone-primitives';
import { enumerableKeys, getOwnPropertyNames, OwnArray } from './intrinsics';

/**
 * Whether an array has no holes and no named property. Indices come before names, so the last index tells. Hidden names
 * are looked for where they do occur: in the arrays of template literals, which are frozen.
 */
export function isPacked(source: readonly unknown[], locked: boolean): boolean {
  const { length } = source;
  const names = locked ? getOwnPropertyNames(source) : enumerableKeys(source);
  return names.length === (locked ? length + 1 : length) && (length === 0 || names[length - 1] === `${length - 1}`);
}

const withoutElements = {
  maxArrayLength: 0,
  depth: 0,
  showHidden: true,
  customInspect: false,
  compact: true,
  breakLength: Number.POSITIVE_INFINITY,
};

/**
 * Whether an array surely has no named property; it may have holes. Nothing in the language lists the names without the
 * indices, each of which is made a string for it. Node does when it prints an array: it must print the same for one
 * that has no names.
 */
export function hasNoNames(inspect: ClonePrimitives['inspect'], source: readonly unknown[]): boolean {
  return inspect(source, withoutElements) === inspect(new OwnArray(source.length), withoutElements);
}
