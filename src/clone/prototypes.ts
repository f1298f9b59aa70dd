import type { ClonePrimitives } from './clone-primitives';
import {
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getPrototypeOf,
  hasOwn,
  OwnSet,
  sourceText,
  toStringTag,
} from './intrinsics';
import { SENDABLE } from './sendable';

/** What a prototype object is, as far as it can't change. */
interface PrototypeFacts {
  /** `Map` for the `Map.prototype` of any realm; absent for the prototype of a user's class. */
  readonly builtin: string | undefined;
  /** The engine's own `Symbol.toStringTag`, e.g. `Array Iterator`. */
  readonly tag: string | undefined;
  /** The text of the user's class has something that looks like a `#private` name. */
  readonly hasPrivateNames: boolean;
}

/** What the prototype chain of an object says of it, from the object's side up to the first builtin prototype. */
export interface Lineage {
  /** The prototypes of the user's classes, nearest first. */
  readonly classes: readonly object[];
  readonly builtin: string | undefined;
  readonly tag: string | undefined;
  readonly sendable: boolean;
  /** An instance may have `#private` fields. */
  readonly hasPrivateNames: boolean;
}

const ownPlain = getPrototypeOf({}) as object;
const ownArray = getPrototypeOf([]) as object;

/**
 * Recognises the prototypes of all realms without running a line of user code: a builtin one has a native constructor
 * that points back at it.
 */
export class Prototypes {
  readonly #isProxy: ClonePrimitives['types']['isProxy'];
  #facts: WeakMap<object, PrototypeFacts> | undefined = undefined;
  // The last seen of each sort: objects come in runs.
  #plain: object;
  #array: object = ownArray;
  #other: object | undefined = undefined;
  #otherOfArray: object | undefined = undefined;

  constructor(types: ClonePrimitives['types'], plain: object) {
    this.#isProxy = types.isProxy;
    this.#plain = plain;
  }

  /** Whether this is the `Object.prototype` of some realm. */
  isPlain(prototype: object): boolean {
    if (prototype === ownPlain || prototype === this.#plain) return true;
    if (prototype === this.#other) return false;
    const isPlain = this.#isBuiltin(prototype, 'Object');
    if (isPlain) this.#plain = prototype;
    else this.#other = prototype;
    return isPlain;
  }

  /** Whether this is the `Array.prototype` of some realm. */
  isArray(prototype: object): boolean {
    if (prototype === ownArray || prototype === this.#array) return true;
    if (prototype === this.#otherOfArray) return false;
    const isArray = this.#isBuiltin(prototype, 'Array');
    if (isArray) this.#array = prototype;
    else this.#otherOfArray = prototype;
    return isArray;
  }

  lineageOf(prototype: object | null): Lineage {
    const classes: object[] = [];
    let sendable = false;
    let hasPrivateNames = false;
    for (let next = prototype; next !== null && !this.#isProxy(next); next = getPrototypeOf(next) as object | null) {
      const { builtin, tag, hasPrivateNames: named } = this.#factsOf(next);
      if (builtin !== undefined || tag !== undefined) return { classes, builtin, tag, sendable, hasPrivateNames };
      sendable ||= hasOwn(next, SENDABLE);
      hasPrivateNames ||= named;
      classes.push(next);
    }
    return { classes, builtin: undefined, tag: undefined, sendable, hasPrivateNames };
  }

  #isBuiltin(prototype: object, name: string): boolean {
    return !this.#isProxy(prototype) && this.#factsOf(prototype).builtin === name;
  }

  #factsOf(prototype: object): PrototypeFacts {
    this.#facts ??= new WeakMap();
    const known = this.#facts.get(prototype);
    if (known !== undefined) return known;
    const builtin = this.builtinName(prototype);
    const hasPrivateNames = builtin === undefined && this.#hasPrivateNames(prototype);
    const facts = { builtin, tag: nativeTag(prototype), hasPrivateNames };
    this.#facts.set(prototype, facts);
    return facts;
  }

  #hasPrivateNames(prototype: object): boolean {
    const creator: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
    return typeof creator === 'function' && !this.#isProxy(creator) && /#[\p{ID_Start}$_\\]/u.test(sourceText(creator));
  }

  /** `Map` for the `Map.prototype` of any realm. */
  builtinName(object: object): string | undefined {
    const creator: unknown = getOwnPropertyDescriptor(object, 'constructor')?.value;
    if (typeof creator !== 'function' || this.#isProxy(creator)) return undefined;
    if (getOwnPropertyDescriptor(creator, 'prototype')?.value !== object) return undefined;
    return isNative(creator) ? ownName(creator) : undefined;
  }
}

/** The name of a class, e.g. for `prototype`s without a constructor `an unnamed class`. */
export function classNameOf(prototype: object): string {
  const creator: unknown = getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  const name = typeof creator === 'function' ? ownName(creator) : '';
  return name === '' ? 'an unnamed class' : name;
}

/** The methods and accessors that an instance of these classes would have to live without, nearest class first. */
export function membersOf(classes: readonly object[]): string[] {
  const members = new OwnSet<string>();
  for (const prototype of classes) {
    for (const name of getOwnPropertyNames(prototype)) if (name !== 'constructor') members.add(name);
  }
  return [...members];
}

/** The own `name` of a function, without running an accessor. */
export function ownName(target: object): string {
  const name: unknown = getOwnPropertyDescriptor(target, 'name')?.value;
  return typeof name === 'string' ? name : '';
}

export function isNative(target: object): boolean {
  return sourceText(target).endsWith('{ [native code] }');
}

/** The engine's tags can't be written, those of user code usually can. */
function nativeTag(object: object): string | undefined {
  const tag = getOwnPropertyDescriptor(object, toStringTag);
  return typeof tag?.value === 'string' && tag.writable === false && tag.configurable === true ? tag.value : undefined;
}
