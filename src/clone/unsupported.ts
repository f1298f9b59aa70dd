import type { ClonePrimitives } from './clone-primitives';
import { getOwnPropertyDescriptor } from './intrinsics';
import { isNative, type Lineage, ownName } from './prototypes';

type Types = ClonePrimitives['types'];
type Predicate = { [Name in keyof Types]: Types[Name] extends (value: unknown) => boolean ? Name : never }[keyof Types];

/** Objects that the engine knows by an internal slot, and the platform's name for their type (S-27, S-30). */
const byPredicate: readonly (readonly [Predicate, string])[] = [
  ['isPromise', 'Promise'],
  ['isArgumentsObject', 'Arguments'],
  ['isDataView', 'DataView'],
  ['isWeakMap', 'WeakMap'],
  ['isWeakSet', 'WeakSet'],
  ['isMapIterator', 'MapIterator'],
  ['isSetIterator', 'SetIterator'],
  ['isModuleNamespaceObject', 'ModuleNamespace'],
  ['isExternal', 'NativePointer'],
];

/** Objects that node has no predicate for, by the tag that the engine gave their prototype (S-30, S-60). */
const byTag: { readonly [tag: string]: string } = {
  __proto__: null as never,
  WeakRef: 'WeakRef',
  FinalizationRegistry: 'JSFinalizationRegistry',
  Generator: 'JSGeneratorObject',
  AsyncGenerator: 'JSAsyncGeneratorObject',
  'Array Iterator': 'ArrayIterator',
  'String Iterator': 'StringIterator',
  'RegExp String Iterator': 'RegExpIterator',
  'Async Iterator': 'AsyncIterator',
  'Async-from-Sync Iterator': 'AsyncIterator',
  'Iterator Helper': 'Iterator',
  Iterator: 'Iterator',
};

/** The platform's type name of an object that it refuses, or `undefined` (S-60). */
export function unsupportedType(types: Types, object: object, lineage: Lineage): string | undefined {
  for (const [predicate, name] of byPredicate) if (types[predicate](object)) return name;
  if (getOwnPropertyDescriptor(object, 'globalThis')?.value === object) return 'GlobalObject';
  if (types.isGeneratorObject(object)) return byTag[lineage.tag ?? ''] ?? 'JSGeneratorObject';
  return lineage.tag === undefined ? undefined : taggedType(lineage.tag);
}

/** `Intl.DateTimeFormat` is `JSDateTimeFormat`, and so on. */
function taggedType(tag: string): string | undefined {
  return byTag[tag] ?? (tag.startsWith('Intl.') ? `JS${tag.slice('Intl.'.length)}` : undefined);
}

/** The platform's type name of a function, or `undefined` for those that pass its encoder (S-28, S-29). */
export function functionType(types: Types, target: object): string | undefined {
  const isAsync = types.isAsyncFunction(target);
  if (types.isGeneratorFunction(target)) return isAsync ? 'AsyncGeneratorFunction' : 'GeneratorFunction';
  if (isAsync) return undefined;
  return isBound(target) ? 'Bound Function' : 'Function';
}

/** Nothing tells a bound function from a native one for sure; it alone is native, has no `prototype` and this name. */
export function isBound(target: object): boolean {
  return ownName(target).startsWith('bound ') && isNative(target) && !getOwnPropertyDescriptor(target, 'prototype');
}

/** The type in words, for {@link CloneFailure.what}. */
export function describeType(type: string): string {
  return described[type] ?? `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type.replace(/^JS/, '')}`;
}

const described: { readonly [type: string]: string } = {
  __proto__: null as never,
  Function: 'a function',
  'Bound Function': 'a bound function',
  GeneratorFunction: 'a generator function',
  AsyncGeneratorFunction: 'an async generator function',
  JSGeneratorObject: 'a generator',
  JSAsyncGeneratorObject: 'an async generator',
  Symbol: 'a symbol',
  Arguments: 'an arguments object',
  ModuleNamespace: 'a module namespace',
  GlobalObject: 'the global object',
  NativePointer: 'a native object',
};
