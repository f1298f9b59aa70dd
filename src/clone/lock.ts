import {
  freeze,
  getOwnPropertyDescriptor,
  isArray,
  isExtensible,
  isFrozen,
  isSealed,
  isView,
  preventExtensions,
  seal,
} from './intrinsics';

/** What makes a copy as unchangeable as its source; `undefined` for an extensible one. */
export type Lock = ((target: object) => object) | undefined;

export function lockOf(source: object): Lock {
  if (isExtensible(source)) return undefined;
  if (isView(source)) return preventExtensions; // elements can't be locked, though V8 says so of resizable memory
  if (isFrozen(source)) return hasOpenLength(source) ? seal : freeze;
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

/** V8 takes an array without elements that can't be extended for frozen, though its length can still be written. */
function hasOpenLength(source: object): boolean {
  return isArray(source) && getOwnPropertyDescriptor(source, 'length')?.writable === true;
}
