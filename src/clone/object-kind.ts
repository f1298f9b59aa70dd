import type { ClonePrimitives } from './clone-primitives';
import { hasOwn, isArray, isView } from './intrinsics';

/** What an object is by its internal slots, whatever its prototype claims; `object` also for those that are refused. */
export type ObjectKind =
  | 'object'
  | 'array'
  | 'view'
  | 'map'
  | 'set'
  | 'date'
  | 'regexp'
  | 'error'
  | 'buffer'
  | 'shared-buffer'
  | 'boxed';

export function kindOf(types: ClonePrimitives['types'], object: object): ObjectKind {
  if (isArray(object)) return 'array';
  if (isView(object)) return types.isDataView(object) ? 'object' : 'view';
  if (types.isMap(object)) return 'map';
  if (types.isSet(object)) return 'set';
  if (types.isDate(object)) return 'date';
  if (types.isNativeError(object)) return 'error';
  if (types.isRegExp(object)) return 'regexp';
  if (types.isAnyArrayBuffer(object)) return types.isSharedArrayBuffer(object) ? 'shared-buffer' : 'buffer';
  return types.isBoxedPrimitive(object) ? 'boxed' : 'object';
}

/** Builtin objects that have own properties which aren't listed, whatever their prototype is now. */
export function hasHiddenByNature(types: ClonePrimitives['types'], object: object): boolean {
  return (
    types.isNativeError(object) ||
    types.isRegExp(object) ||
    types.isBoxedPrimitive(object) ||
    types.isArgumentsObject(object) ||
    hasOwn(object, 'constructor')
  );
}

/**
 * Whether an object without properties is an ordinary one, and not a builtin one whose prototype was replaced. (Errors,
 * regular expressions, boxed strings and `arguments` have properties, unless these were deleted.)
 */
export function isOrdinary(types: ClonePrimitives['types'], object: object): boolean {
  return !(
    types.isMap(object) ||
    types.isSet(object) ||
    types.isDate(object) ||
    types.isAnyArrayBuffer(object) ||
    types.isBoxedPrimitive(object) ||
    types.isPromise(object) ||
    types.isNativeError(object) ||
    types.isWeakMap(object) ||
    types.isWeakSet(object) ||
    types.isMapIterator(object) ||
    types.isSetIterator(object) ||
    types.isGeneratorObject(object) ||
    types.isArgumentsObject(object) ||
    types.isModuleNamespaceObject(object) ||
    types.isExternal(object)
  );
}
