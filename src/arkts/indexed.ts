import type { Class, Library } from './library';

interface Elements {
  readonly items: unknown[];
  /** Puts another collection of the same class around elements, which need not be there yet. */
  readonly around: (items: unknown[]) => object;
}

/**
 * Collections whose elements are reached by index: a proxy, before an array with the prototype of the collection, that
 * refuses what an array would let pass. `Array.isArray` says yes, as the platform does where it asks for an array (E-6).
 * For the methods of the collection the array itself is kept.
 */
export class Indexed {
  readonly #kept = new WeakMap<object, Elements>();

  constructor(private readonly library: Library) {}

  /** `check` throws for what can't be an element. */
  wrap(items: unknown[], type: Class, check: (value: unknown) => void): object {
    Object.setPrototypeOf(items, type.prototype);
    const { library } = this;
    const inRange = (key: string): boolean => {
      if (!/^-?\d+$/.test(key)) return false;
      return Object.hasOwn(items, key) || library.raise(10200001, 'The value of index is out of range.');
    };
    const wrapped = new Proxy(items, {
      get: (target, key, self) => {
        if (typeof key === 'string') inRange(key);
        return Reflect.get(target, key, self);
      },
      set: (target, key, value) => {
        if (typeof key !== 'string' || !inRange(key)) return library.typeError(refusal(key));
        check(value);
        return Reflect.set(target, key, value);
      },
      deleteProperty: () => library.typeError('Cannot delete property'),
    });
    this.#kept.set(wrapped, { items, around: (others) => this.wrap(others, type, check) });
    return wrapped;
  }

  /** `undefined` for anything but a collection made by {@link wrap}. */
  readonly elementsOf = (wrapped: object): Elements | undefined => this.#kept.get(wrapped);

  itemsOf(wrapped: object): unknown[] | undefined {
    return this.#kept.get(wrapped)?.items;
  }
}

function refusal(key: string | symbol): string {
  return key === 'length' ? 'Cannot set readonly property' : 'Cannot add property in prevent extensions';
}
