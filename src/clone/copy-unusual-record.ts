import { UNCOMMON } from './clone-result';
import { define } from './close-frame';
import { getOwnPropertyDescriptor } from './intrinsics';
import { hasDefaultAttributes } from './lock';
import { needsCopy } from './needs-copy';
import { hasHiddenByNature } from './object-kind';
import { OBJECT, SLOT } from './size';
import type { Walk } from './walk';

/**
 * The fast path for an extensible plain object of which some properties are hidden or can't be changed. Answers
 * {@link UNCOMMON} for others, nothing done.
 */
export function copyUnusualRecord(walk: Walk, source: object, keys: readonly string[]): unknown {
  const { receiver } = walk;
  const attributes: PropertyDescriptor[] = [];
  const values: unknown[] = [];
  let nested = false;
  let listed = 0;
  let hiddenAreLast = true;
  for (let i = 0; i < keys.length; i++) {
    const found = getOwnPropertyDescriptor(source, keys[i] as string);
    if (found === undefined || !canBeFilled(found)) return UNCOMMON;
    attributes.push(found);
    values.push(found.value);
    nested ||= needsCopy(found.value);
    if (found.enumerable === true && listed++ < i) hiddenAreLast = false;
  }
  if (listed === 0 || hasHiddenByNature(receiver.types, source)) return UNCOMMON;
  const copy = hiddenAreLast ? receiver.record(source) : receiver.object();
  addProperties(copy, keys, attributes, hiddenAreLast);
  walk.bytes += OBJECT + SLOT * keys.length;
  walk.identity.add(source, copy);
  if (nested) walk.openRecord(copy, keys, values, undefined);
  return copy;
}

/** Not an accessor; and if its value has to be copied, that can be put in place later. */
function canBeFilled({ writable, value }: PropertyDescriptor): boolean {
  return writable === true || (writable === false && !needsCopy(value));
}

/** If hidden properties are the last, which they often are, the engine has copied the usual ones already. */
function addProperties(
  copy: object,
  keys: readonly string[],
  attributes: readonly PropertyDescriptor[],
  onlyUnusual: boolean,
): void {
  for (let i = 0; i < keys.length; i++) {
    const found = attributes[i] as PropertyDescriptor;
    if (!onlyUnusual || !hasDefaultAttributes(found, undefined)) define(copy, keys[i] as string, found, undefined);
  }
}
