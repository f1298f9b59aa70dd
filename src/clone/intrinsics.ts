/**
 * What this layer uses of the engine's realm, captured once: before user code can patch it, and because a look-up of a
 * global in a `vm` context goes through a slow interceptor each time. All of it works on values of any realm. What
 * these functions *make*, such as the array of keys, belongs to the engine's realm and must not get into a copy.
 */
export const {
  create,
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  getPrototypeOf,
  hasOwn,
  isExtensible,
  isFrozen,
  isSealed,
  preventExtensions,
  seal,
  setPrototypeOf,
} = Object;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;
export const { ownKeys } = Reflect;
export const enumerableKeys = Object.keys;

export const { toStringTag } = Symbol;

/** The engine's own classes, for what stays in the engine. */
export const Bytes = Uint8Array;
export const OwnArray = Array;
export const OwnMap = Map;
export const OwnSet = Set;

/** Calls a builtin method on a value of any realm. */
type Uncurried<Result, Args extends unknown[] = []> = (self: object, ...args: Args) => Result;

const uncurry = Function.prototype.bind.bind(Function.prototype.call) as unknown as <Result, Args extends unknown[]>(
  method: unknown,
) => Uncurried<Result, Args>;

/** A builtin getter, which reads an internal slot whatever own properties and subclasses claim. */
function slot<Result>(prototype: object, name: PropertyKey): Uncurried<Result> {
  return uncurry<Result, []>(getOwnPropertyDescriptor(prototype, name)?.get);
}

/** Answers the getter of an own or inherited property without running it; three times as fast as its descriptor. */
export const lookupGetter = uncurry<unknown, [PropertyKey]>(
  (Object.prototype as unknown as Record<string, unknown>).__lookupGetter__,
);
export const lookupSetter = uncurry<unknown, [PropertyKey]>(
  (Object.prototype as unknown as Record<string, unknown>).__lookupSetter__,
);
export const sourceText = uncurry<string, []>(Function.prototype.toString);

export const dateValue = uncurry<number, []>(Date.prototype.getTime);
export const mapForEach = uncurry<void, [(value: unknown, key: unknown) => void]>(Map.prototype.forEach);
export const mapSet = uncurry<void, [unknown, unknown]>(Map.prototype.set);
export const setForEach = uncurry<void, [(value: unknown) => void]>(Set.prototype.forEach);
export const setAdd = uncurry<void, [unknown]>(Set.prototype.add);

export const booleanValue = uncurry<boolean, []>(Boolean.prototype.valueOf);
export const numberValue = uncurry<number, []>(Number.prototype.valueOf);
export const stringValue = uncurry<string, []>(String.prototype.valueOf);
export const bigintValue = uncurry<bigint, []>(BigInt.prototype.valueOf);

export const bufferByteLength = slot<number>(ArrayBuffer.prototype, 'byteLength');
export const setBytes = uncurry<void, [Uint8Array]>(Uint8Array.prototype.set);

const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype) as object;
export const viewKind = slot<string>(typedArrayPrototype, Symbol.toStringTag);
export const viewBuffer = slot<ArrayBufferLike>(typedArrayPrototype, 'buffer');
export const viewByteOffset = slot<number>(typedArrayPrototype, 'byteOffset');
export const viewLength = slot<number>(typedArrayPrototype, 'length');

export const regExpSource = slot<string>(RegExp.prototype, 'source');
