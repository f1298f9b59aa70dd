import { types } from 'node:util';
import { getterOf } from './getter';

const TypedArrayPrototype: object = Object.getPrototypeOf(Uint8Array.prototype);
const source = getterOf(RegExp.prototype, 'source');
const FLAGS = {
  d: getterOf(RegExp.prototype, 'hasIndices'),
  g: getterOf(RegExp.prototype, 'global'),
  i: getterOf(RegExp.prototype, 'ignoreCase'),
  m: getterOf(RegExp.prototype, 'multiline'),
  s: getterOf(RegExp.prototype, 'dotAll'),
  u: getterOf(RegExp.prototype, 'unicode'),
  v: getterOf(RegExp.prototype, 'unicodeSets'),
  y: getterOf(RegExp.prototype, 'sticky'),
};
const view = {
  buffer: getterOf(TypedArrayPrototype, 'buffer'),
  byteOffset: getterOf(TypedArrayPrototype, 'byteOffset'),
  length: getterOf(TypedArrayPrototype, 'length'),
};

/** Source and flags, past what a subclass or an own property says. */
export function regExpSlots(value: RegExp): [source: unknown, flags: string] {
  const flags = Object.entries(FLAGS).filter(([, isSet]) => isSet.call(value) === true);
  return [source.call(value), flags.map(([flag]) => flag).join('')];
}

export function viewSlots(value: object): { buffer: object; byteOffset: unknown; length: unknown } {
  return {
    buffer: view.buffer.call(value) as object,
    byteOffset: view.byteOffset.call(value),
    length: view.length.call(value),
  };
}

export function isDetached(buffer: ArrayBuffer): boolean {
  try {
    new Uint8Array(buffer);
    return false;
  } catch {
    return true;
  }
}

/** The string keys that aren't what a builtin kind is made of: elements of a typed array, characters, a length. */
export function ownNames(value: object): readonly string[] {
  const names = Object.getOwnPropertyNames(value);
  if (types.isTypedArray(value)) return names.filter((name) => !isIndex(name));
  if (Array.isArray(value)) return names.filter((name) => name !== 'length');
  if (!types.isStringObject(value)) return names;
  const { length } = String.prototype.valueOf.call(value);
  return names.filter((name) => name !== 'length' && !(isIndex(name) && Number(name) < length));
}

export function isIndex(name: string): boolean {
  const index = Number(name);
  return (
    String(index) === name && Number.isInteger(index) && index >= 0 && index < 2 ** 32 - 1 && !Object.is(index, -0)
  );
}
