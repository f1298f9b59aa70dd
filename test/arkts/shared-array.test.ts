import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { businessError, collections, thrownBy } from './support/library';

const outOfRange = businessError(10200001, 'The value of index is out of range.');
const notSendable = businessError(401, 'Parameter error.Only accept sendable value.');

/** 3, 1, 2 */
const numbers = () => new collections.Array(3, 1, 2);

describe('collections.Array', () => {
  it('is made of elements, of a length, of other collections, or of what can be iterated', () => {
    expect(new collections.Array()).toHaveLength(0);
    expect(new collections.Array(5)).toEqual([5]);
    expect(collections.Array.of(1, 2)).toEqual([1, 2]);
    expect(collections.Array.create(2, 'a')).toEqual(['a', 'a']);
    expect(collections.Array.from(new Set([1, 2]))).toEqual([1, 2]);
    expect(collections.Array.from(numbers(), (n) => n * 2)).toEqual([6, 2, 4]);
  });

  it('looks like an array, to code and to people', () => {
    expect([...numbers()]).toEqual([3, 1, 2]);
    expect(numbers()).not.toEqual([3, 1]);
    expect(JSON.stringify(numbers())).toBe('[3,1,2]');
    expect(inspect(numbers())).toBe('Array(3) [ 3, 1, 2 ]');
    expect(numbers()).toBeInstanceOf(collections.Array);
    expect(numbers()).not.toBeInstanceOf(Array);
    expect([collections.Array.isArray(numbers()), collections.Array.isArray([])]).toEqual([true, false]);
  });

  it('has elements at the indices below its length, and nowhere else', () => {
    const array = numbers();
    array[0] = 7;
    expect([array[0], array.at(-1), array.length]).toEqual([7, 2, 3]);
    const refused = [() => array[3], () => array[-1], () => Reflect.set(array, 3, 1)];
    expect(refused.map(thrownBy)).toEqual([outOfRange, outOfRange, outOfRange]);
  });

  it('refuses other properties, deletions and a length that is set', () => {
    const array = numbers();
    const refused = [
      () => Reflect.set(array, 'name', 1),
      () => Reflect.set(array, Symbol('tag'), 1),
      () => Reflect.set(array, 'length', 0),
      () => Reflect.deleteProperty(array, 0),
    ];
    for (const change of refused) expect(change).toThrow(TypeError);
    expect(array).toEqual([3, 1, 2]);
  });

  it('refuses elements that are neither primitive nor Sendables', () => {
    const array = new collections.Array<unknown>(1);
    const refused = [
      () => array.push({}),
      () => array.unshift([]),
      () => array.fill(() => 1),
      () => array.splice(0, 1, {}),
      () => array.extendTo(3, {}),
      () => Reflect.set(array, 0, {}),
      () => array.map(() => ({})),
      () => new collections.Array({}),
      () => collections.Array.create(1, {}),
      () => collections.Array.from([{}]),
    ];
    expect(refused.map(thrownBy)).toEqual(refused.map(() => notSendable));
    expect(array).toEqual([1]);
    expect(array.push('a', null, undefined, 1n, numbers())).toBe(6);
  });

  it('derives collections of its own class', () => {
    const array = numbers();
    const derived = [
      array.map((n) => n + 1),
      array.filter((n) => n > 1),
      array.slice(1),
      array.concat(numbers(), collections.Array.of(9)),
    ];
    expect(derived).toEqual([
      [4, 2, 3],
      [3, 2],
      [1, 2],
      [3, 1, 2, 3, 1, 2, 9],
    ]);
    for (const made of derived) expect(made).toBeInstanceOf(collections.Array);
  });

  it('changes in place, and answers itself where an array would', () => {
    const array = numbers();
    expect(array.sort()).toBe(array);
    expect(array.reverse()).toBe(array);
    expect([array.push(4, 5), array.pop(), array.shift(), array.unshift(0)]).toEqual([5, 5, 3, 4]);
    expect(array).toEqual([0, 2, 1, 4]);
    const removed = array.splice(1, 2, 8);
    expect([array, removed]).toEqual([
      [0, 8, 4],
      [2, 1],
    ]);
    expect(array.copyWithin(0, 1).fill(6, 2)).toEqual([8, 4, 6]);
  });

  it('grows and shrinks to a length', () => {
    const array = numbers();
    array.shrinkTo(5);
    array.extendTo(2, 0);
    expect(array).toEqual([3, 1, 2]);
    array.shrinkTo(1);
    array.extendTo(3, 0);
    expect(array).toEqual([3, 0, 0]);
    expect(thrownBy(() => array.shrinkTo(-1))).toEqual(businessError(401, 'Parameter error.Invalid array length.'));
  });

  it('reads as an array does, and hands itself to callbacks', () => {
    const array = numbers();
    const seen: unknown[] = [];
    array.forEach((value, index, self) => void seen.push([value, index, self === array]));
    expect(seen).toEqual([
      [3, 0, true],
      [1, 1, true],
      [2, 2, true],
    ]);
    expect([array.includes(1), array.indexOf(2), array.join('-'), `${array}`]).toEqual([true, 2, '3-1-2', '3,1,2']);
    expect([array.reduce((a, b) => a + b), array.find((n) => n < 3), array.some((n) => n > 3)]).toEqual([6, 1, false]);
    expect([...array.entries(), ...array.keys()]).toEqual([[0, 3], [1, 1], [2, 2], 0, 1, 2]);
  });

  it('can not be changed while a callback looks at it', () => {
    const array = numbers();
    const refused = businessError(10200201, 'Concurrent modification exception');
    expect(thrownBy(() => array.forEach((n) => void array.push(n)))).toEqual(refused);
    expect(thrownBy(() => array.map(() => array.pop()))).toEqual(refused);
    expect(array.push(4)).toBe(4);
  });

  it('has methods that know their array, and a constructor that needs new', () => {
    const { push } = numbers();
    expect(thrownBy(() => push(1))).toEqual(businessError(10200011, 'The push method cannot be bound.'));
    expect(thrownBy(() => Reflect.apply(collections.Array, undefined, []))).toEqual(
      businessError(10200012, "The ArkTS Array's constructor cannot be directly invoked."),
    );
  });
});

describe('what no array allows', () => {
  it.each<[string, (array: object) => unknown, string]>([
    ['a new property', (array) => Reflect.set(array, 'more', 1), 'Cannot add property in prevent extensions'],
    ['another length', (array) => Reflect.set(array, 'length', 1), 'Cannot set readonly property'],
    ['fewer elements', (array) => Reflect.deleteProperty(array, '0'), 'Cannot delete property'],
  ])('is %s', (_, change, message) => {
    const array = numbers();
    const error = thrownBy(() => change(array));
    expect([error instanceof Error && error.name, error]).toEqual(['TypeError', new TypeError(message)]);
    expect(array).toEqual(numbers());
  });
});
