import { types } from 'node:util';
import { contentsOf } from './object-state';
import type { ReferenceEncoder } from './reference/encoder';
import { shown } from './shown';

/**
 * Compares what arrived with what should have: values, structure, identity, order of keys, attributes, prototypes,
 * extensibility and what builtin kinds hold. Both belong to the receiver's realm.
 */
export class ValueComparison {
  private readonly expectedOf = new Map<object, object>();
  private readonly arrivedOf = new Map<object, object>();

  /** @param senders objects that the sender has, none of which may arrive unless it is expected */
  constructor(
    private readonly encoder: ReferenceEncoder,
    private readonly senders: ReadonlySet<object>,
  ) {}

  /** The first difference as text. */
  difference(arrived: unknown, expected: unknown, path = '$'): string | undefined {
    if (Object.is(arrived, expected)) return undefined;
    if (!isObject(arrived) || !isObject(expected))
      return `${path}: arrived ${shown(arrived)}, expected ${shown(expected)}`;
    if (this.senders.has(arrived)) return `${path}: an object of the sender arrived`;
    if (!this.encoder.made.has(expected)) return `${path}: another object than the expected builtin or Sendable`;
    return this.pair(arrived, expected, path);
  }

  private pair(arrived: object, expected: object, path: string): string | undefined {
    const known = this.expectedOf.has(arrived) || this.arrivedOf.has(expected);
    if (known) {
      return this.expectedOf.get(arrived) === expected
        ? undefined
        : `${path}: other parts are one object than expected`;
    }
    this.expectedOf.set(arrived, expected);
    this.arrivedOf.set(expected, arrived);
    return this.objects(arrived, expected, path);
  }

  private objects(arrived: object, expected: object, path: string): string | undefined {
    if (typeof expected === 'function') return typeof arrived === 'function' ? undefined : `${path}: is no function`;
    if (types.isProxy(arrived)) return `${path}: is a Proxy`;
    if (types.isSharedArrayBuffer(expected) !== types.isSharedArrayBuffer(arrived)) return `${path}: not shared memory`;
    return (
      this.prototypes(arrived, expected, path) ??
      unequal(types.isNativeError(arrived), types.isNativeError(expected), `${path} is an error`) ??
      this.properties(arrived, expected, path) ??
      unequal(Object.isExtensible(arrived), Object.isExtensible(expected), `${path} is extensible`) ??
      this.contents(arrived, expected, path)
    );
  }

  private prototypes(arrived: object, expected: object, path: string): string | undefined {
    return this.difference(Object.getPrototypeOf(arrived), Object.getPrototypeOf(expected), `${path}.[[Prototype]]`);
  }

  private properties(arrived: object, expected: object, path: string): string | undefined {
    const keys = keysOf(expected);
    const difference = unequal(keysOf(arrived).map(String).join(), keys.map(String).join(), `${path}: keys`);
    if (difference !== undefined) return difference;
    for (const key of keys) {
      const difference = this.property(arrived, expected, key, `${path}[${String(key)}]`);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  private property(arrived: object, expected: object, key: PropertyKey, path: string): string | undefined {
    const [a, e] = [Object.getOwnPropertyDescriptor(arrived, key), Object.getOwnPropertyDescriptor(expected, key)];
    if (a === undefined || e === undefined) return `${path}: not there`;
    for (const name of ['get', 'set', 'writable', 'enumerable', 'configurable'] as const) {
      const difference = unequal(a[name], e[name], `${path}: ${name}`);
      if (difference !== undefined) return difference;
    }
    const isOpen = key === 'stack' && types.isNativeError(expected) && this.encoder.unspecified.has(expected);
    if (isOpen) return unequal(typeof a.value, 'string', `${path}: type of a fresh stack`);
    return this.difference(a.value, e.value, path);
  }

  private contents(arrived: object, expected: object, path: string): string | undefined {
    const [a, e] = [contentsOf(arrived), contentsOf(expected)];
    const difference = unequal(a.map(([name]) => name).join(), e.map(([name]) => name).join(), `${path}: holds`);
    if (difference !== undefined) return difference;
    for (const [i, [name, value]] of e.entries()) {
      const difference = this.difference(a[i]?.[1], value, `${path}.[[${name}]]`);
      if (difference !== undefined) return difference;
    }
    return types.isSharedArrayBuffer(expected) ? memories(arrived, expected, path) : undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

/** The order of an error's two properties is the engine's affair. */
function keysOf(object: object): readonly PropertyKey[] {
  const keys = Reflect.ownKeys(object);
  return types.isNativeError(object) ? keys.map(String).sort() : keys;
}

function unequal(arrived: unknown, expected: unknown, what: string): string | undefined {
  return Object.is(arrived, expected) ? undefined : `${what}: ${shown(arrived)}, expected ${shown(expected)}`;
}

/** S-26: whether what is written on one side shows on the other. */
function memories(arrived: object, expected: object, path: string): string | undefined {
  const [a, e] = [new Uint8Array(arrived as SharedArrayBuffer), new Uint8Array(expected as SharedArrayBuffer)];
  for (const i of a.keys()) a[i] = 255 - (a[i] ?? 0);
  return unequal(a.join(), e.join(), `${path}: shared memory`);
}
