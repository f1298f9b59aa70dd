import { types } from 'node:util';
import { ownNames } from './reference/slots';

/** Changes all that can be changed of an object, so that a copy which still hangs on it would show (S-1). */
export function vandalize(object: object): void {
  for (const key of ownNames(object)) {
    if (key === 'stack' && types.isNativeError(object)) continue; // to look at it is to have it written
    Reflect.defineProperty(object, key, { value: 'vandal' });
    Reflect.deleteProperty(object, key);
  }
  if (Array.isArray(object)) Reflect.set(object, 'length', 0);
  Reflect.defineProperty(object, 'vandal', { value: 'vandal', configurable: true });
  Reflect.setPrototypeOf(object, Vandal.prototype);
  vandalizeContents(object);
}

class Vandal {
  vandal = true;
}

function vandalizeContents(object: object): void {
  if (types.isMap(object)) {
    Map.prototype.clear.call(object);
    Map.prototype.set.call(object, 'vandal', 'vandal');
  } else if (types.isSet(object)) {
    Set.prototype.clear.call(object);
    Set.prototype.add.call(object, 'vandal');
  } else if (types.isDate(object)) {
    Date.prototype.setTime.call(object, 12345);
  } else if (types.isAnyArrayBuffer(object)) {
    overwrite(object);
  }
}

function overwrite(buffer: ArrayBufferLike): void {
  try {
    new Uint8Array(buffer).fill(0xee);
  } catch {
    // It is detached.
  }
}
