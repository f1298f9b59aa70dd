import type { FAILED } from './clone-result';
import type { FieldLayout } from './frame';
import { getOwnPropertyDescriptor, getOwnPropertySymbols, isExtensible } from './intrinsics';
import type { PrototypePlan } from './prototype-plan';
import { SENDABLE } from './sendable';
import type { Walk } from './walk';

/**
 * Reads the layout of an object, which the platform looks at before any field value (S-67): symbol keys fail (S-15),
 * and so do accessors, which are never run (S-18).
 */
export function readLayout(
  walk: Walk,
  source: object,
  keys: readonly string[],
  prototype: PrototypePlan,
): FieldLayout | typeof FAILED {
  const symbols = getOwnPropertySymbols(source);
  for (const symbol of symbols) if (symbol !== SENDABLE) return walk.refuseProperty('Symbol', 'a symbol key', symbol);
  const attributes: PropertyDescriptor[] = [];
  for (const key of keys) {
    const found = getOwnPropertyDescriptor(source, key) as PropertyDescriptor;
    if (found.get !== undefined || found.set !== undefined) {
      return walk.refuseProperty('Function', 'an accessor property', key);
    }
    attributes.push(found);
  }
  return { keys, attributes, extensible: isExtensible(source), marked: symbols.length > 0, prototype };
}

/** Whether a copy as its kind makes it is complete. */
export function isBare({ keys, extensible, marked, prototype }: FieldLayout): boolean {
  return keys.length === 0 && extensible && !marked && prototype.kind === 'builtin';
}
