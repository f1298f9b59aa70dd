import type { FAILED } from './clone-result';
import type { FieldLayout } from './frame';
import { getOwnPropertyDescriptor } from './intrinsics';
import { lockOf } from './lock';
import type { PrototypePlan } from './prototype-plan';
import { isNative } from './prototypes';
import { SENDABLE } from './sendable';
import { isBound } from './unsupported';
import type { Walk } from './walk';

/**
 * Reads the layout of an object, which the platform looks at before any field value (S-67): symbol keys fail (S-15),
 * and so do accessors, which are never run (S-18).
 */
export function readLayout(
  walk: Walk,
  source: object,
  ownKeys: readonly PropertyKey[],
  prototype: PrototypePlan,
): FieldLayout | typeof FAILED {
  const keys = ownKeys.filter((key) => typeof key === 'string');
  for (let i = keys.length; i < ownKeys.length; i++) {
    const symbol = ownKeys[i] as symbol; // they come last
    if (symbol !== SENDABLE) return walk.refuseProperty('Symbol', 'a symbol key', symbol);
  }
  const attributes: PropertyDescriptor[] = [];
  for (const key of keys) {
    const found = getOwnPropertyDescriptor(source, key) as PropertyDescriptor;
    const isAccessor = found.writable === undefined;
    if (isAccessor && !isEngineStack(key, found)) {
      return walk.refuseProperty('Function', 'an accessor property', key);
    }
    attributes.push(isAccessor ? asData(source, key, found) : found);
  }
  return { keys, attributes, lock: lockOf(source), marked: keys.length < ownKeys.length, prototype };
}

/** Whether a copy as its kind makes it is complete. */
export function isBare({ keys, lock, marked, prototype }: FieldLayout): boolean {
  return keys.length === 0 && lock === undefined && !marked && prototype.kind === 'builtin';
}

/** `Error.captureStackTrace` makes a data property of it in older versions of V8 and an accessor in newer ones. */
function isEngineStack(key: string, { get }: PropertyDescriptor): boolean {
  return key === 'stack' && get !== undefined && isNative(get) && !isBound(get);
}

function asData(source: object, key: string, { enumerable, configurable }: PropertyDescriptor): PropertyDescriptor {
  const value = (source as Record<string, unknown>)[key];
  return { value, writable: true, enumerable: enumerable === true, configurable: configurable === true };
}
