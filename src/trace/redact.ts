import { types } from 'node:util';

/** Stands where a value was that nobody may see. */
export const redacted = '[redacted]';

/** A copy in which the values of all properties, and Map entries, of these names are {@link redacted}. */
export function redact(value: unknown, names: ReadonlySet<string>): unknown {
  return names.size === 0 ? value : new Redaction(names).copy(value);
}

/** Copies what can hold properties; everything else is used as it is. */
class Redaction {
  readonly #copies = new Map<object, object>();

  constructor(private readonly names: ReadonlySet<string>) {}

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return this.#copies.get(value) ?? this.#copyObject(value);
  }

  #copyObject(value: object): object {
    if (types.isMap(value)) return this.#copyMap(value);
    if (types.isSet(value)) return this.#copySet(value);
    if (isOpaque(value)) return value;
    const copy = this.#emptyLike(value);
    for (const name of Object.keys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, name);
      const shown = this.names.has(name) ? { ...plain, value: redacted } : this.#copyProperty(property);
      Object.defineProperty(copy, name, shown);
    }
    return copy;
  }

  #copyProperty(property: PropertyDescriptor = {}): PropertyDescriptor {
    return property.get === undefined ? { ...plain, value: this.copy(property.value) } : property;
  }

  #emptyLike(value: object): object {
    if (types.isNativeError(value)) return this.#register(value, this.#emptyError(value));
    if (!Array.isArray(value)) return this.#register(value, Object.create(Object.getPrototypeOf(value)));
    const array: unknown[] = [];
    array.length = value.length;
    return this.#register(value, array);
  }

  #emptyError({ name, message, cause }: Error): Error {
    const copy = new Error(message);
    Object.defineProperty(copy, 'name', { ...plain, value: name, enumerable: false });
    if (cause !== undefined) Object.defineProperty(copy, 'cause', { value: this.copy(cause), configurable: true });
    return copy;
  }

  #copyMap(map: ReadonlyMap<unknown, unknown>): object {
    const copy = this.#register(map, new Map<unknown, unknown>());
    for (const [key, value] of Map.prototype.entries.call(map)) {
      const isHidden = typeof key === 'string' && this.names.has(key);
      copy.set(this.copy(key), isHidden ? redacted : this.copy(value));
    }
    return copy;
  }

  #copySet(set: ReadonlySet<unknown>): object {
    const copy = this.#register(set, new Set<unknown>());
    for (const value of Set.prototype.values.call(set)) copy.add(this.copy(value));
    return copy;
  }

  #register<T extends object>(value: object, copy: T): T {
    this.#copies.set(value, copy);
    return copy;
  }
}

const plain = { enumerable: true, configurable: true, writable: true };

/** What holds no properties of interest, or would not be itself as a copy. */
function isOpaque(value: object): boolean {
  return (
    types.isAnyArrayBuffer(value) ||
    ArrayBuffer.isView(value) ||
    types.isDate(value) ||
    types.isRegExp(value) ||
    types.isBoxedPrimitive(value) ||
    types.isPromise(value)
  );
}
