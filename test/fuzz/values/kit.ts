/**
 * What the code of a plan finds in its realm, as source: classes whose instances are interesting to an encoder, and the
 * few verbs that plans are written with. `mark` makes Sendables; `ran` records that code of the user ran. All instances of
 * `Marked` are marked: whether a prototype that came along with a Sendable links ordinary instances, too, nobody knows.
 */
export const KIT_SOURCE = `(ran, mark) => {
  const traps = Object.fromEntries(Reflect.ownKeys(Reflect).map((name) => [name, () => ran('trap')]));

  class Point { x = 1; y = { z: -0 }; get sum() { return ran('getter'); } toJSON() { return ran('toJSON'); } valueOf() { return ran('valueOf'); } }
  class Marked { x = 1; sum() { return ran('sum'); } }
  class Stack extends Array { static get [Symbol.species]() { return ran('species'); } peek() { return this.at(-1); } push() { return ran('push'); } }
  class Registry extends Map { get size() { return ran('size'); } forEach() { ran('forEach'); } get() { ran('get'); } entries() { ran('entries'); } [Symbol.iterator]() { return ran('iterator'); } }
  class Tags extends Set { get size() { return ran('size'); } forEach() { ran('forEach'); } values() { ran('values'); } [Symbol.iterator]() { return ran('iterator'); } }
  class Moment extends Date { getTime() { return ran('getTime'); } [Symbol.toPrimitive]() { return ran('toPrimitive'); } }
  class Pattern extends RegExp { get source() { return ran('source'); } get flags() { return ran('flags'); } get global() { return ran('global'); } }
  class Count extends Number { valueOf() { return ran('valueOf'); } }
  class Text extends String { toString() { return ran('toString'); } get length() { return ran('length'); } }
  class Flag extends Boolean { valueOf() { return ran('valueOf'); } }
  class Bytes extends Uint8Array { get buffer() { return ran('buffer'); } get length() { return ran('length'); } get byteOffset() { return ran('byteOffset'); } static get [Symbol.species]() { return ran('species'); } }
  class Chunk extends ArrayBuffer { get byteLength() { return ran('byteLength'); } slice() { return ran('slice'); } static get [Symbol.species]() { return ran('species'); } }
  class ConfigError extends RangeError { code = 7; name = 'ConfigError'; retry = () => ran('retry'); }
  class DerivedError extends ConfigError { get message() { ran('message'); return 'derived'; } }

  const Counter = mark(class Counter { count = 1; tags = ['a']; increment() { return ++this.count; } get next() { return ran('getter'); } static zero = 0; [Symbol.toPrimitive]() { return ran('toPrimitive'); } });
  class SpecialCounter extends Counter { tag = 'special'; increment() { return super.increment() + 1; } }
  const SharedList = mark(class SharedList extends Array { total() { return this.length; } });
  const SharedMap = mark(class SharedMap extends Map {});
  const SharedSet = mark(class SharedSet extends Set {});
  const SharedBytes = mark(class SharedBytes extends Uint8Array {});
  const SharedBuffer = mark(class SharedBuffer extends ArrayBuffer {});

  /** Whether the language makes a number of what is defined there: that of an array of 2 ** 32 elements takes minutes. */
  const converts = (object, key) => Array.isArray(object) ? key === 'length' : ArrayBuffer.isView(object) && /^-?\\d/.test(String(key));

  return {
    kit: { Point, Marked, Stack, Registry, Tags, Moment, Pattern, Count, Text, Flag, Bytes, Chunk, ConfigError, DerivedError, Counter, SpecialCounter, SharedList, SharedMap, SharedSet, SharedBytes, SharedBuffer, traps },
    /** An own data property; of the attributes 'w', 'e' and 'c' those that are named. */
    def(object, key, value, attributes = 'wec') {
      if (Object(value) === value && converts(object, key)) return;
      const has = (attribute) => attributes.includes(attribute);
      try { Reflect.defineProperty(object, key, { value, writable: has('w'), enumerable: has('e'), configurable: has('c') }); } catch {}
    },
    /** A typed array, on the whole of the buffer if the part that is asked for doesn't fit. */
    view(Type, buffer, offset, length) {
      const fits = offset + (length ?? 0) * Type.BYTES_PER_ELEMENT <= new Uint8Array(buffer).length;
      return fits ? new Type(buffer, offset, length) : new Type(buffer);
    },
    /** An own accessor property. */
    access(object, key, enumerable = true) {
      Reflect.defineProperty(object, key, { get: () => ran('getter ' + String(key)), set: () => ran('setter'), enumerable, configurable: true });
    },
    put(map, key, value) { Map.prototype.set.call(map, key, value); },
    add(set, value) { Set.prototype.add.call(set, value); },
    /** 'preventExtensions', 'seal' or 'freeze', as far as the object can. */
    close(object, how) { try { Object[how](object); } catch { try { Object.preventExtensions(object); } catch {} } },
    /** A buffer of the bytes 1, 2, 3, … */
    fill(buffer) { new Uint8Array(buffer).forEach((_, i, all) => { all[i] = i + 1; }); return buffer; },
  };
}`;
