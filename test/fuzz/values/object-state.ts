import { types } from 'node:util';
import { kindOf } from './reference/kinds';
import { isDetached, regExpSlots, viewSlots } from './reference/slots';

/** What a builtin kind holds beside its properties: numbers, texts, and other objects, each with a name. */
export function contentsOf(object: object): readonly (readonly [name: string, value: unknown])[] {
  const kind = kindOf(object);
  if (types.isMap(object))
    return [...Map.prototype.entries.call(object)].flatMap(([k, v], i) => [
      [`key ${i}`, k],
      [`value ${i}`, v],
    ]);
  if (types.isSet(object)) return [...Set.prototype.values.call(object)].map((item, i) => [`member ${i}`, item]);
  if (types.isTypedArray(object)) return Object.entries({ kind, ...viewSlots(object) });
  if (types.isAnyArrayBuffer(object)) return [[kind, bytesOf(object)]];
  if (types.isRegExp(object)) return [[kind, regExpSlots(object).join('/')]];
  return [[kind, primitiveOf(object)]];
}

function bytesOf(buffer: ArrayBufferLike): string {
  return types.isArrayBuffer(buffer) && isDetached(buffer) ? 'detached' : new Uint8Array(buffer).join();
}

function primitiveOf(object: object): unknown {
  if (types.isDate(object)) return Date.prototype.getTime.call(object);
  if (types.isNumberObject(object)) return Number.prototype.valueOf.call(object);
  if (types.isStringObject(object)) return String.prototype.valueOf.call(object);
  if (types.isBooleanObject(object)) return Boolean.prototype.valueOf.call(object);
  return types.isBigIntObject(object) ? BigInt.prototype.valueOf.call(object) : undefined;
}
