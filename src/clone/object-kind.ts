import type { ClonePrimitives } from './clone-primitives';
import { isArray, isView } from './intrinsics';

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
