// biome-ignore-all lint/complexity/noBannedTypes: the platform declares values of any type as `Object`
// biome-ignore-all lint/suspicious/noShadowRestrictedNames: the collections are named after the classes of the engine

/**
 * Types of the data that threads share: `@Sendable`, `@arkts.collections`, `@arkts.utils` and `@arkts.lang`.
 *
 * The star makes the modules fallbacks, as those in index.d.ts. Errors of the collections: 401 for an element that is an
 * ordinary object or for a wrong number, 10200001 index out of range, 10200011 a method without its collection, 10200012 a
 * constructor without `new`, 10200201 a change while a callback looks at the collection.
 */

/**
 * Makes a class one whose instances threads can share: `postMessageWithSharedSendable` sends them by reference (S-53),
 * `postMessage` copies them with their methods (S-52). Fields hold primitive values and other Sendables; after the
 * constructor no property can be added or deleted (S-56).
 *
 * On the platform a decorator of classes, functions and types of functions. Here it is also an ordinary function, for code
 * that isn't compiled with decorators.
 */
declare function Sendable<T extends Function>(target: T, context?: object): T;

declare module '@arkts.lang*' {
  namespace lang {
    /** What all Sendables are. */
    export interface ISendable {}
  }
  export default lang;
}

declare module '@arkts.collections*' {
  /** Collections that threads can share. Elements are primitive values and Sendables. */
  namespace collections {
    export interface ConcatArray<T> {
      readonly length: number;
      readonly [index: number]: T;
      join(separator?: string): string;
      slice(start?: number, end?: number): ConcatArray<T>;
    }

    export class Array<T> implements ConcatArray<T> {
      /** An array of these elements: a single number is an element, not a length. */
      constructor(...items: T[]);
      static create<T>(arrayLength: number, initialValue: T): Array<T>;
      static from<T>(source: ArrayLike<T> | Iterable<T>): Array<T>;
      static from<U, T>(source: ArrayLike<U> | Iterable<U>, mapFn: (value: U, index: number) => T): Array<T>;
      static of<T>(...items: T[]): Array<T>;
      static isArray(value: Object | undefined | null): boolean;
      readonly length: number;
      /** Any other index than that of an element is refused with 10200001. */
      [index: number]: T;
      at(index: number): T | undefined;
      concat(...items: ConcatArray<T>[]): Array<T>;
      copyWithin(target: number, start: number, end?: number): Array<T>;
      entries(): IterableIterator<[number, T]>;
      every(predicate: (value: T, index: number, array: Array<T>) => boolean): boolean;
      /** Adds elements up to this length. */
      extendTo(arrayLength: number, initialValue: T): void;
      fill(value: T, start?: number, end?: number): Array<T>;
      filter(predicate: (value: T, index: number, array: Array<T>) => boolean): Array<T>;
      find(predicate: (value: T, index: number, array: Array<T>) => boolean): T | undefined;
      findIndex(predicate: (value: T, index: number, array: Array<T>) => boolean): number;
      findLast(predicate: (value: T, index: number, array: Array<T>) => boolean): T | undefined;
      findLastIndex(predicate: (value: T, index: number, array: Array<T>) => boolean): number;
      forEach(callbackFn: (value: T, index: number, array: Array<T>) => void): void;
      includes(searchElement: T, fromIndex?: number): boolean;
      indexOf(searchElement: T, fromIndex?: number): number;
      join(separator?: string): string;
      keys(): IterableIterator<number>;
      lastIndexOf(searchElement: T, fromIndex?: number): number;
      map<U>(callbackFn: (value: T, index: number, array: Array<T>) => U): Array<U>;
      pop(): T | undefined;
      push(...items: T[]): number;
      reduce(callbackFn: (previous: T, current: T, index: number, array: Array<T>) => T): T;
      reduce<U>(callbackFn: (previous: U, current: T, index: number, array: Array<T>) => U, initialValue: U): U;
      reduceRight(callbackFn: (previous: T, current: T, index: number, array: Array<T>) => T): T;
      reduceRight<U>(callbackFn: (previous: U, current: T, index: number, array: Array<T>) => U, initialValue: U): U;
      reverse(): Array<T>;
      shift(): T | undefined;
      /** Drops the elements from this length on. */
      shrinkTo(arrayLength: number): void;
      slice(start?: number, end?: number): Array<T>;
      some(predicate: (value: T, index: number, array: Array<T>) => boolean): boolean;
      sort(compareFn?: (a: T, b: T) => number): Array<T>;
      splice(start: number): Array<T>;
      splice(start: number, deleteCount: number, ...items: T[]): Array<T>;
      toLocaleString(): string;
      toString(): string;
      unshift(...items: T[]): number;
      values(): IterableIterator<T>;
      [Symbol.iterator](): IterableIterator<T>;
    }

    export class Map<K, V> {
      constructor(entries?: Iterable<readonly [K, V]> | null);
      readonly size: number;
      clear(): void;
      delete(key: K): boolean;
      entries(): IterableIterator<[K, V]>;
      forEach(callbackFn: (value: V, key: K, map: Map<K, V>) => void): void;
      get(key: K): V | undefined;
      has(key: K): boolean;
      keys(): IterableIterator<K>;
      set(key: K, value: V): Map<K, V>;
      values(): IterableIterator<V>;
      [Symbol.iterator](): IterableIterator<[K, V]>;
    }

    export class Set<T> {
      constructor(values?: Iterable<T> | null);
      readonly size: number;
      add(value: T): Set<T>;
      clear(): void;
      delete(value: T): boolean;
      entries(): IterableIterator<[T, T]>;
      forEach(callbackFn: (value: T, value2: T, set: Set<T>) => void): void;
      has(value: T): boolean;
      keys(): IterableIterator<T>;
      values(): IterableIterator<T>;
      [Symbol.iterator](): IterableIterator<T>;
    }

    /** A vector of bits. Ranges reach from the first index to before the second. */
    export class BitVector {
      constructor(length: number);
      readonly length: number;
      [index: number]: number;
      flipBitByIndex(index: number): void;
      flipBitsByRange(fromIndex: number, toIndex: number): void;
      getBitCountByRange(element: number, fromIndex: number, toIndex: number): number;
      getBitsByRange(fromIndex: number, toIndex: number): BitVector;
      getIndexOf(element: number, fromIndex: number, toIndex: number): number;
      getLastIndexOf(element: number, fromIndex: number, toIndex: number): number;
      has(element: number, fromIndex: number, toIndex: number): boolean;
      pop(): number | undefined;
      push(element: number): boolean;
      resize(size: number): void;
      setAllBits(element: number): void;
      setBitsByRange(element: number, fromIndex: number, toIndex: number): void;
      values(): IterableIterator<number>;
      [Symbol.iterator](): IterableIterator<number>;
    }

    /** Memory that threads can share. It can't be in a transfer list (S-57). */
    export class ArrayBuffer {
      constructor(byteLength: number);
      readonly byteLength: number;
      slice(begin: number, end?: number): ArrayBuffer;
    }

    /** What the typed arrays have in common; in the types only. */
    abstract class TypedArray<E extends number | bigint, Self> {
      constructor(length?: number);
      constructor(source: ArrayLike<E> | Iterable<E>);
      constructor(buffer: ArrayBuffer, byteOffset?: number, length?: number);
      static readonly BYTES_PER_ELEMENT: number;
      readonly BYTES_PER_ELEMENT: number;
      readonly buffer: ArrayBuffer;
      readonly byteLength: number;
      readonly byteOffset: number;
      readonly length: number;
      [index: number]: E;
      at(index: number): E | undefined;
      copyWithin(target: number, start: number, end?: number): Self;
      entries(): IterableIterator<[number, E]>;
      every(predicate: (value: E, index: number, array: Self) => boolean): boolean;
      fill(value: E, start?: number, end?: number): Self;
      filter(predicate: (value: E, index: number, array: Self) => boolean): Self;
      find(predicate: (value: E, index: number, array: Self) => boolean): E | undefined;
      findIndex(predicate: (value: E, index: number, array: Self) => boolean): number;
      findLast(predicate: (value: E, index: number, array: Self) => boolean): E | undefined;
      findLastIndex(predicate: (value: E, index: number, array: Self) => boolean): number;
      forEach(callbackFn: (value: E, index: number, array: Self) => void): void;
      includes(searchElement: E, fromIndex?: number): boolean;
      indexOf(searchElement: E, fromIndex?: number): number;
      join(separator?: string): string;
      keys(): IterableIterator<number>;
      lastIndexOf(searchElement: E, fromIndex?: number): number;
      map(callbackFn: (value: E, index: number, array: Self) => E): Self;
      reduce(callbackFn: (previous: E, current: E, index: number, array: Self) => E): E;
      reduce<U>(callbackFn: (previous: U, current: E, index: number, array: Self) => U, initialValue: U): U;
      reduceRight(callbackFn: (previous: E, current: E, index: number, array: Self) => E): E;
      reduceRight<U>(callbackFn: (previous: U, current: E, index: number, array: Self) => U, initialValue: U): U;
      reverse(): Self;
      set(array: ArrayLike<E>, offset?: number): void;
      slice(start?: number, end?: number): Self;
      some(predicate: (value: E, index: number, array: Self) => boolean): boolean;
      sort(compareFn?: (a: E, b: E) => number): Self;
      subarray(begin?: number, end?: number): Self;
      toLocaleString(): string;
      toString(): string;
      values(): IterableIterator<E>;
      [Symbol.iterator](): IterableIterator<E>;
    }

    export class Int8Array extends TypedArray<number, Int8Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Int8Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Int8Array;
      static of(...items: number[]): Int8Array;
    }

    export class Uint8Array extends TypedArray<number, Uint8Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Uint8Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Uint8Array;
      static of(...items: number[]): Uint8Array;
    }

    export class Uint8ClampedArray extends TypedArray<number, Uint8ClampedArray> {
      static from(source: ArrayLike<number> | Iterable<number>): Uint8ClampedArray;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Uint8ClampedArray;
      static of(...items: number[]): Uint8ClampedArray;
    }

    export class Int16Array extends TypedArray<number, Int16Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Int16Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Int16Array;
      static of(...items: number[]): Int16Array;
    }

    export class Uint16Array extends TypedArray<number, Uint16Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Uint16Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Uint16Array;
      static of(...items: number[]): Uint16Array;
    }

    export class Int32Array extends TypedArray<number, Int32Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Int32Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Int32Array;
      static of(...items: number[]): Int32Array;
    }

    export class Uint32Array extends TypedArray<number, Uint32Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Uint32Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Uint32Array;
      static of(...items: number[]): Uint32Array;
    }

    export class Float32Array extends TypedArray<number, Float32Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Float32Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Float32Array;
      static of(...items: number[]): Float32Array;
    }

    export class Float64Array extends TypedArray<number, Float64Array> {
      static from(source: ArrayLike<number> | Iterable<number>): Float64Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => number): Float64Array;
      static of(...items: number[]): Float64Array;
    }

    export class BigInt64Array extends TypedArray<bigint, BigInt64Array> {
      static from(source: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => bigint): BigInt64Array;
      static of(...items: bigint[]): BigInt64Array;
    }

    export class BigUint64Array extends TypedArray<bigint, BigUint64Array> {
      static from(source: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array;
      static from<T>(source: ArrayLike<T> | Iterable<T>, mapFn: (value: T, index: number) => bigint): BigUint64Array;
      static of(...items: bigint[]): BigUint64Array;
    }
  }
  export default collections;
}

declare module '@arkts.utils*' {
  import lang from '@arkts.lang';

  type ISendable = lang.ISendable;

  namespace ArkTSUtils {
    /** Whether a value can be part of a Sendable: it is primitive or a Sendable itself. */
    export function isSendable(value: Object | null | undefined): boolean;

    /** JSON whose objects and arrays are Sendables (S-59). */
    export namespace ASON {
      export enum ParseReturnType {
        OBJECT = 0,
        MAP = 1,
      }

      export interface ParseOptions {
        parseReturnType: ParseReturnType;
      }

      /** Objects become sendable objects or, if asked for, `collections.Map`; arrays become `collections.Array`. */
      export function parse(text: string, reviver?: undefined, options?: ParseOptions): ISendable | null;
      export function stringify(value: ISendable | null | undefined): string;
      export function isSendable(value: Object | null | undefined): boolean;
    }

    export namespace locks {
      type AsyncLockCallback<T> = () => T | Promise<T>;

      export enum AsyncLockMode {
        SHARED = 1,
        EXCLUSIVE = 2,
      }

      /** A lock for the asynchronous code of several threads. */
      export class AsyncLock implements lang.ISendable {
        constructor(name?: string);
        /** The one lock of this name in the process. */
        static request(name: string): AsyncLock;
        readonly name: string;
        /** Calls back as soon as the lock is free, and holds it until the callback's promise is settled. */
        lockAsync<T>(callback: AsyncLockCallback<T>, mode?: AsyncLockMode): Promise<T>;
      }

      /** Lets threads wait until one of them says that they can go on. */
      export class ConditionVariable implements lang.ISendable {
        constructor(name?: string);
        /** The one condition variable of this name in the process. */
        static request(name: string): ConditionVariable;
        notifyAll(): void;
        notifyOne(): void;
        wait(): Promise<void>;
        /** Goes on after `timeout` milliseconds without a notice too. */
        waitFor(timeout: number): Promise<void>;
      }
    }
  }
  export default ArkTSUtils;
}
