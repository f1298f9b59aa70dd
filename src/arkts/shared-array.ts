import type { Indexed } from './indexed';
import type { Body, Class, Library } from './library';

const reading = ['at', 'entries', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'toLocaleString', 'toString'];
const calling = ['every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'reduce', 'reduceRight', 'some'];
const deriving = ['map', 'filter', 'slice'];
const rearranging = ['sort', 'reverse', 'fill', 'copyWithin'];

/** `collections.Array`. Its elements lie in an ordinary array, on which the engine's methods work. */
export function createSharedArray(library: Library, indexed: Indexed): Class {
  const wrap = (items: unknown[]): object => {
    library.checkStorable(items);
    return indexed.wrap(items, type, (value) => library.checkStorable([value]));
  };
  const type = library.defineClass('Array', (args) => wrap(args));
  defineStatics(library, type, indexed, wrap);
  defineReading(library, type, indexed, wrap);
  defineWriting(library, type, indexed, wrap);
  return type;
}

function defineStatics(library: Library, type: Class, indexed: Indexed, wrap: (items: unknown[]) => object): void {
  const statics = {
    create: (length: unknown, initial: unknown) => wrap(new Array(lengthFrom(library, length)).fill(initial)),
    from: (source: ArrayLike<unknown>, map?: (value: unknown, at: number) => unknown) =>
      wrap(map === undefined ? Array.from(source) : Array.from(source, map)),
    of: (...items: unknown[]) => wrap(items),
    isArray: (value: unknown) => value instanceof type && indexed.itemsOf(value) !== undefined,
  };
  library.defineStatics(type, statics);
}

function defineReading(library: Library, type: Class, indexed: Indexed, wrap: (items: unknown[]) => object): void {
  const engine = Array.prototype;
  library.borrowMethods(type, 'reads', engine, ['values', ...reading]);
  library.borrowMethods(type, 'iterates', engine, calling);
  library.defineMethods(
    type,
    'iterates',
    bodies(deriving, (name) => (self, args) => wrap(Reflect.apply(Reflect.get(engine, name), self, args))),
  );
  library.defineMethods(type, 'reads', {
    concat: (self, others) => wrap([self, ...others].flatMap((other) => elementsOf(indexed, other))),
  });
  library.defineIterator(type, 'values');
}

function defineWriting(library: Library, type: Class, indexed: Indexed, wrap: (items: unknown[]) => object): void {
  const itemsOf = (self: object): unknown[] => indexed.itemsOf(self) ?? (self as unknown[]);
  const change = (name: string, self: object, args: unknown[], stored: unknown[]): unknown => {
    library.checkStorable(stored);
    return Reflect.apply(Reflect.get(Array.prototype, name), itemsOf(self), args);
  };
  library.defineMethods(type, 'writes', {
    ...bodies(['push', 'unshift', 'pop', 'shift'], (name) => (self, args) => change(name, self, args, args)),
    ...bodies(rearranging, (name) => (self, args) => {
      change(name, self, args, name === 'fill' ? args.slice(0, 1) : []);
      return self;
    }),
    splice: (self, args) => wrap(change('splice', self, args, args.slice(2)) as unknown[]),
    shrinkTo: (self, [length]) => {
      const items = itemsOf(self);
      items.length = Math.min(items.length, lengthFrom(library, length));
    },
    extendTo: (self, [length, initial]) => {
      library.checkStorable([initial]);
      const items = itemsOf(self);
      const target = lengthFrom(library, length);
      while (items.length < target) items[items.length] = initial;
    },
  });
}

function bodies(names: readonly string[], make: (name: string) => Body): Record<string, Body> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

/** The elements of a collection or an ordinary array; anything else stands for itself. */
function elementsOf(indexed: Indexed, value: unknown): unknown {
  const items = typeof value === 'object' && value !== null ? indexed.itemsOf(value) : undefined;
  return items === undefined ? value : [...items];
}

function lengthFrom(library: Library, value: unknown): number {
  if (typeof value === 'number' && value >>> 0 === value) return value;
  return library.raise(401, 'Parameter error.Invalid array length.');
}
