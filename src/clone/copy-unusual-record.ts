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
  const attributes: PropertyDescriptor[] = [];
  for (const key of keys) {
    const found = getOwnPropertyDescriptor(source, key);
    if (found === undefined || !canBeFilled(found)) return UNCOMMON;
    attributes.push(found);
  }
  if (!attributes.some(isListed) || hasHiddenByNature(walk.receiver.types, source)) return UNCOMMON;
  const copy = withAttributes(walk, source, keys, attributes);
  walk.bytes += OBJECT + SLOT * keys.length;
  walk.identity.add(source, copy);
  const values = attributes.map(({ value }): unknown => value);
  if (values.some(needsCopy)) walk.openRecord(copy, keys, values, undefined);
  return copy;
}

/** Not an accessor; and if its value has to be copied, that can be put in place later. */
function canBeFilled({ writable, value }: PropertyDescriptor): boolean {
  return writable === true || (writable === false && !needsCopy(value));
}

function isListed({ enumerable }: PropertyDescriptor): boolean {
  return enumerable === true;
}

/** Most often the hidden properties come last: then the others are copied by the engine. */
function withAttributes(
  { receiver }: Walk,
  source: object,
  keys: readonly string[],
  attributes: readonly PropertyDescriptor[],
): object {
  const hidden = attributes.findIndex(({ enumerable }) => enumerable !== true);
  const isLast = hidden < 0 || !attributes.slice(hidden).some(isListed);
  const copy = isLast ? receiver.record(source) : receiver.object();
  attributes.forEach((found, i) => {
    if (!isLast || !hasDefaultAttributes(found, undefined)) define(copy, keys[i] as string, found, undefined);
  });
  return copy;
}
