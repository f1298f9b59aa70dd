import { describe, expect, it } from '@jest/globals';
import { Deque } from '../../src/kernel/deque';

function drain<T>(deque: Deque<T>): T[] {
  const items: T[] = [];
  for (let item = deque.shift(); item !== undefined; item = deque.shift()) items.push(item);
  return items;
}

describe('Deque', () => {
  it('gives back what was pushed, first in, first out', () => {
    const deque = new Deque<number>();
    for (const item of [1, 2, 3]) deque.push(item);
    expect({ size: deque.size, first: deque.first, items: drain(deque) }).toEqual({
      size: 3,
      first: 1,
      items: [1, 2, 3],
    });
  });

  it('gives back what was put in front, last in, first out', () => {
    const deque = new Deque([3]);
    deque.unshift(2);
    deque.unshift(1);
    deque.push(4);
    expect({ size: deque.size, first: deque.first, items: deque.toArray() }).toEqual({
      size: 4,
      first: 1,
      items: [1, 2, 3, 4],
    });
    expect(drain(deque)).toEqual([1, 2, 3, 4]);
  });

  it('answers undefined when it is empty', () => {
    const deque = new Deque<number>();
    expect([deque.shift(), deque.first, deque.size]).toEqual([undefined, undefined, 0]);
  });

  it('starts with given items, which it copies', () => {
    const items = [1, 2];
    const deque = new Deque(items);
    items.push(3);
    expect(deque.toArray()).toEqual([1, 2]);
  });

  it('takes items out, wherever they are', () => {
    const deque = new Deque(['a', 'b', 'c']);
    deque.unshift('z');
    deque.removeAll(new Set(['z', 'b', 'x']));
    deque.push('d');
    expect(deque.toArray()).toEqual(['a', 'c', 'd']);
  });

  it('is empty after it was cleared, and usable', () => {
    const deque = new Deque([1, 2]);
    deque.unshift(0);
    deque.clear();
    deque.push(9);
    expect(deque.toArray()).toEqual([9]);
  });

  it('keeps the order when it has been read far and lets go of what was read', () => {
    const deque = new Deque(Array.from({ length: 5000 }, (_, index) => index));
    const read = Array.from({ length: 3000 }, () => deque.shift());
    deque.push(5000);
    expect(read.at(-1)).toBe(2999);
    expect(deque.toArray()).toEqual(Array.from({ length: 2001 }, (_, index) => 3000 + index));
  });
});
