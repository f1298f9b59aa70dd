import { freeze, isExtensible, isFrozen, isSealed, preventExtensions, seal } from './intrinsics';

/** What makes a copy as unchangeable as its source; `undefined` for an extensible one. */
export type Lock = ((target: object) => object) | undefined;

export function lockOf(source: object): Lock {
  if (isExtensible(source)) return undefined;
  if (isFrozen(source)) return freeze;
  return isSealed(source) ? seal : preventExtensions;
}

/** Whether this is the descriptor of an ordinary data property, or of what the lock makes of one. */
export function hasDefaultAttributes({ enumerable, writable, configurable }: PropertyDescriptor, lock: Lock): boolean {
  // Accessors have no `writable`.
  return (
    enumerable === true &&
    writable === (lock !== freeze) &&
    configurable === (lock === undefined || lock === preventExtensions)
  );
}
