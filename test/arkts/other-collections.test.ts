import { describe, expect, it } from '@jest/globals';
import { businessError, collections, thrownBy } from './support/library';

const notSendable = businessError(401, 'Parameter error.Only accept sendable value.');
const changed = businessError(10200201, 'Concurrent modification exception');

describe('collections.Map and collections.Set', () => {
  it('hold what they are given, in order', () => {
    const map = new collections.Map([['a', 1]]).set('b', 2);
    expect([[...map], map.size, map.get('b'), map.has('c'), map.delete('a')]).toEqual([
      [
        ['a', 1],
        ['b', 2],
      ],
      2,
      2,
      false,
      true,
    ]);
    const set = new collections.Set([1, 1]).add(2);
    expect([[...set], set.size, set.has(2)]).toEqual([[1, 2], 2, true]);
    map.clear();
    expect([map, new collections.Map(), new collections.Set(null)].map(({ size }) => size)).toEqual([0, 0, 0]);
  });

  it('refuse keys and values that are neither primitive nor Sendables', () => {
    const map = new collections.Map<unknown, unknown>();
    const refused = [
      () => map.set({}, 1),
      () => map.set(1, []),
      () => new collections.Map([[1, {}]]),
      () => new collections.Set<unknown>().add({}),
      () => new collections.Set([() => 1]),
    ];
    expect(refused.map(thrownBy)).toEqual(refused.map(() => notSendable));
  });

  it('can not be changed by the callback of forEach, nor get properties', () => {
    const map = new collections.Map([['a', 1]]);
    const set = new collections.Set([1]);
    expect(thrownBy(() => map.forEach((_, key) => void map.delete(key)))).toEqual(changed);
    expect(thrownBy(() => set.forEach(() => void set.clear()))).toEqual(changed);
    expect(() => Object.assign(map, { added: 1 })).toThrow(TypeError);
    expect(map).not.toBeInstanceOf(Map);
  });
});

describe('the typed arrays of collections', () => {
  it('are made of a length, of numbers, or on a buffer', () => {
    const buffer = new collections.ArrayBuffer(8);
    expect(new collections.Uint8Array(2)).toEqual(new collections.Uint8Array([0, 0]));
    expect([...collections.Float32Array.of(1.5, 2)]).toEqual([1.5, 2]);
    expect([...collections.Int16Array.from(new Set(['1']), Number)]).toEqual([1]);
    const view = new collections.Uint16Array(buffer, 2, 1);
    view[0] = 0x0102;
    expect([...new collections.Uint8Array(buffer)]).toEqual([0, 0, 2, 1, 0, 0, 0, 0]);
    expect([view.byteOffset, view.length, view.buffer === buffer, view.BYTES_PER_ELEMENT]).toEqual([2, 1, true, 2]);
  });

  it('have shared memory of their own, whatever they are made of', () => {
    const ordinary = new Uint8Array([1, 2]);
    const made = new collections.Uint8Array(ordinary);
    ordinary[0] = 9;
    expect([[...made], made.buffer instanceof collections.ArrayBuffer]).toEqual([[1, 2], true]);
    expect(made).not.toBeInstanceOf(Uint8Array);
  });

  it('derive arrays of their own class', () => {
    const bytes = new collections.Uint8Array([1, 2, 3]);
    const derived = [bytes.map((n) => n * 2), bytes.filter((n) => n > 1), bytes.slice(1), bytes.subarray(2)];
    expect(derived.map((array) => [...array])).toEqual([[2, 4, 6], [2, 3], [2, 3], [3]]);
    for (const array of derived) {
      expect(array).toBeInstanceOf(collections.Uint8Array);
      expect(array.buffer).toBeInstanceOf(collections.ArrayBuffer);
    }
    expect(bytes.buffer.slice(1)).toBeInstanceOf(collections.ArrayBuffer);
  });
});

describe('collections.BitVector', () => {
  const outOfRange = businessError(10200001, 'The value of fromIndex or toIndex is out of range.');

  it('sets, flips, counts and finds bits in ranges', () => {
    const bits = new collections.BitVector(6);
    bits.setBitsByRange(1, 1, 3);
    bits.flipBitByIndex(5);
    expect([...bits]).toEqual([0, 1, 1, 0, 0, 1]);
    expect([bits.getBitCountByRange(1, 0, 6), bits.getIndexOf(1, 2, 6), bits.getLastIndexOf(0, 0, 6)]).toEqual([
      3, 2, 4,
    ]);
    expect([bits.has(1, 3, 5), bits.getIndexOf(1, 3, 5), [...bits.getBitsByRange(1, 4)]]).toEqual([
      false,
      -1,
      [1, 1, 0],
    ]);
    bits.flipBitsByRange(0, 2);
    bits.resize(2);
    bits.resize(3);
    expect([[...bits], bits.push(1), bits.pop(), bits.length]).toEqual([[1, 0, 0], true, 1, 3]);
    bits.setAllBits(1);
    expect([...bits]).toEqual([1, 1, 1]);
  });

  it('refuses ranges outside of it and what is no bit', () => {
    const bits = new collections.BitVector(2);
    expect(thrownBy(() => bits.has(1, 0, 3))).toEqual(outOfRange);
    expect(thrownBy(() => bits.setBitsByRange(1, 2, 1))).toEqual(outOfRange);
    expect(thrownBy(() => bits[2])).toEqual(businessError(10200001, 'The value of index is out of range.'));
    expect(thrownBy(() => bits.push(2))).toEqual(businessError(401, 'Parameter error.A bit must be 0 or 1.'));
    expect(thrownBy(() => new collections.BitVector(-1))).toEqual(
      businessError(401, 'Parameter error.Invalid length.'),
    );
  });
});
