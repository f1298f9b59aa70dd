import type { Body, Class, Library } from './library';

/** `collections.Map`: an engine's Map with a prototype of its own. */
export function createSharedMap(library: Library): Class {
  const type = library.defineClass('Map', ([entries], target) => {
    const made = Reflect.construct(Map, [], target) as Map<unknown, unknown>;
    for (const [key, value] of (entries ?? []) as Iterable<[unknown, unknown]>) set(made, [key, value]);
    return Object.preventExtensions(made);
  });
  const set: Body = (self, [key, value]) => {
    library.checkStorable([key, value]);
    Map.prototype.set.call(self, key, value);
    return self;
  };
  library.borrowMethods(type, 'reads', Map.prototype, ['entries', 'get', 'has', 'keys', 'values']);
  library.borrowMethods(type, 'iterates', Map.prototype, ['forEach']);
  library.borrowMethods(type, 'writes', Map.prototype, ['clear', 'delete']);
  library.defineMethods(type, 'writes', { set });
  library.borrowGetters(type, Map.prototype, ['size']);
  library.defineIterator(type, 'entries');
  return type;
}

/** `collections.Set`: an engine's Set with a prototype of its own. */
export function createSharedSet(library: Library): Class {
  const type = library.defineClass('Set', ([values], target) => {
    const made = Reflect.construct(Set, [], target) as Set<unknown>;
    for (const value of (values ?? []) as Iterable<unknown>) add(made, [value]);
    return Object.preventExtensions(made);
  });
  const add: Body = (self, [value]) => {
    library.checkStorable([value]);
    Set.prototype.add.call(self, value);
    return self;
  };
  library.borrowMethods(type, 'reads', Set.prototype, ['entries', 'has', 'keys', 'values']);
  library.borrowMethods(type, 'iterates', Set.prototype, ['forEach']);
  library.borrowMethods(type, 'writes', Set.prototype, ['clear', 'delete']);
  library.defineMethods(type, 'writes', { add });
  library.borrowGetters(type, Set.prototype, ['size']);
  library.defineIterator(type, 'values');
  return type;
}
