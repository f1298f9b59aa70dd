import type { Indexed } from './indexed';
import type { Class, Library } from './library';

/** `collections.BitVector`. Ranges reach from the first index to before the second. */
export function createBitVector(library: Library, indexed: Indexed): Class {
  const wrap = (bits: unknown[]): object => indexed.wrap(bits, type, (bit) => checkBit(library, bit));
  const itemsOf = (self: object): unknown[] => indexed.itemsOf(self) ?? (self as unknown[]);
  const type = library.defineClass('BitVector', ([length]) => wrap(new Array(checkCount(library, length)).fill(0)));
  defineReading(library, type, itemsOf, wrap);
  defineWriting(library, type, itemsOf);
  return type;
}

type ItemsOf = (self: object) => unknown[];

function defineReading(library: Library, type: Class, itemsOf: ItemsOf, wrap: (bits: unknown[]) => object): void {
  const range = (self: object, from: unknown, to: unknown): unknown[] =>
    Array.prototype.slice.call(itemsOf(self), ...checkRange(library, itemsOf(self).length, from, to));
  library.borrowMethods(type, 'reads', Array.prototype, ['values']);
  library.defineIterator(type, 'values');
  library.defineMethods(type, 'reads', {
    has: (self, [bit, from, to]) => range(self, from, to).includes(bit),
    getBitsByRange: (self, [from, to]) => wrap(range(self, from, to)),
    getBitCountByRange: (self, [bit, from, to]) => range(self, from, to).filter((found) => found === bit).length,
    getIndexOf: (self, [bit, from, to]) => offset(range(self, from, to).indexOf(bit), from),
    getLastIndexOf: (self, [bit, from, to]) => offset(range(self, from, to).lastIndexOf(bit), from),
  });
}

function defineWriting(library: Library, type: Class, itemsOf: ItemsOf): void {
  const fill = (self: object, bit: unknown, from: unknown, to: unknown): void => {
    checkBit(library, bit);
    const [start, end] = checkRange(library, itemsOf(self).length, from, to);
    Array.prototype.fill.call(itemsOf(self), bit, start, end);
  };
  const flip = (self: object, from: unknown, to: unknown): void => {
    const [start, end] = checkRange(library, itemsOf(self).length, from, to);
    const items = itemsOf(self);
    for (let at = start; at < end; at++) items[at] = items[at] === 0 ? 1 : 0;
  };
  library.defineMethods(type, 'writes', {
    push: (self, [bit]) => {
      checkBit(library, bit);
      return Array.prototype.push.call(itemsOf(self), bit) > 0;
    },
    pop: (self) => Array.prototype.pop.call(itemsOf(self)),
    setBitsByRange: (self, [bit, from, to]) => fill(self, bit, from, to),
    setAllBits: (self, [bit]) => fill(self, bit, 0, itemsOf(self).length),
    flipBitByIndex: (self, [at]) => flip(self, at, Number(at) + 1),
    flipBitsByRange: (self, [from, to]) => flip(self, from, to),
    resize: (self, [length]) => {
      const items = itemsOf(self);
      const before = items.length;
      items.length = checkCount(library, length);
      Array.prototype.fill.call(items, 0, before);
    },
  });
}

function checkBit(library: Library, bit: unknown): void {
  if (bit !== 0 && bit !== 1) library.raise(401, 'Parameter error.A bit must be 0 or 1.');
}

function checkCount(library: Library, value: unknown): number {
  return typeof value === 'number' && value >>> 0 === value
    ? value
    : library.raise(401, 'Parameter error.Invalid length.');
}

function checkRange(library: Library, length: number, from: unknown, to: unknown): [number, number] {
  const [start, end] = [checkCount(library, from), checkCount(library, to)];
  return start <= end && end <= length
    ? [start, end]
    : library.raise(10200001, 'The value of fromIndex or toIndex is out of range.');
}

function offset(at: number, from: unknown): number {
  return at < 0 ? -1 : at + Number(from);
}
