import { types } from 'node:util';

/**
 * Where two values differ, as a path: `''` if at their root, `undefined` if nowhere. Objects are equal that are of the
 * same kind and have equal contents, whichever realm they come from; a class counts by its name. `-0` is not `0`.
 */
export function firstDifference(one: unknown, other: unknown): string | undefined {
  return new Comparison().differ(one, other, '');
}

class Comparison {
  /** Pairs that are being compared: in a cycle they come again. */
  readonly #open: (readonly [object, object])[] = [];

  differ(one: unknown, other: unknown, path: string): string | undefined {
    if (Object.is(one, other)) return undefined;
    if (!isObject(one) || !isObject(other)) return path;
    if (kindOf(one) !== kindOf(other) || typeof one === 'function') return path;
    if (this.#open.some(([a, b]) => a === one && b === other)) return undefined;
    this.#open.push([one, other]);
    try {
      return this.#contentsDiffer(one, other, path);
    } finally {
      this.#open.pop();
    }
  }

  #contentsDiffer(one: object, other: object, path: string): string | undefined {
    if (types.isMap(one) && types.isMap(other)) return this.#mapsDiffer(one, other, path);
    if (types.isSet(one) && types.isSet(other)) return this.#setsDiffer(one, other) ? path : undefined;
    if (types.isNativeError(one) && types.isNativeError(other)) {
      return one.name === other.name && one.message === other.message ? undefined : path;
    }
    if (types.isAnyArrayBuffer(one) && types.isAnyArrayBuffer(other)) {
      return Buffer.from(one).equals(Buffer.from(other)) ? undefined : path;
    }
    if (valueIn(one) !== valueIn(other)) return path;
    return this.#propertiesDiffer(one, other, path);
  }

  #propertiesDiffer(one: object, other: object, path: string): string | undefined {
    const keys = ownKeys(one);
    for (const key of keys) {
      const at = path + (Array.isArray(one) ? `[${String(key)}]` : `.${String(key)}`);
      if (!Object.hasOwn(other, key)) return at;
      const found = this.differ(Reflect.get(one, key), Reflect.get(other, key), at);
      if (found !== undefined) return found;
    }
    const extra = ownKeys(other).find((key) => !Object.hasOwn(one, key));
    if (extra !== undefined) return path + (Array.isArray(one) ? `[${String(extra)}]` : `.${String(extra)}`);
    return Array.isArray(one) && one.length !== Reflect.get(other, 'length') ? `${path}.length` : undefined;
  }

  #mapsDiffer(one: Map<unknown, unknown>, other: Map<unknown, unknown>, path: string): string | undefined {
    if (one.size !== other.size) return `${path}.size`;
    for (const [key, value] of one) {
      const at = `${path}.get(${String(key)})`;
      const counterpart = other.has(key) ? key : [...other.keys()].find((each) => this.#equal(key, each));
      if (counterpart === undefined && !other.has(undefined)) return at;
      const found = this.differ(value, other.get(counterpart), at);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #setsDiffer(one: Set<unknown>, other: Set<unknown>): boolean {
    const left = [...other];
    for (const value of one) {
      const at = left.findIndex((each) => this.#equal(value, each));
      if (at < 0) return true;
      left.splice(at, 1);
    }
    return left.length > 0;
  }

  #equal(one: unknown, other: unknown): boolean {
    return this.differ(one, other, '') === undefined;
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function ownKeys(value: object): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
}

/** What two objects must have in common: the kind, and the name of the class. */
function kindOf(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  const made: unknown = isObject(prototype) ? Reflect.get(prototype, 'constructor') : undefined;
  return `${Object.prototype.toString.call(value)} ${typeof made === 'function' ? made.name : ''}`;
}

/** What a date, a regular expression or a boxed primitive says beside its properties. */
function valueIn(value: object): unknown {
  if (types.isDate(value)) return String(value.getTime());
  if (types.isRegExp(value)) return `${value} ${value.lastIndex}`;
  if (types.isBoxedPrimitive(value)) return value.valueOf();
  return undefined;
}
