import { types } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { arriving, failing, notesOf, unsupported } from './outcome';

function sparse(length: number, elements: { readonly [index: number]: unknown }): unknown[] {
  return Object.assign(new Array(length), elements);
}

describe('an array', () => {
  it('keeps its elements and length [S-19]', () => {
    expect(arriving([1, [2], { three: 3 }])).toEqual([1, [2], { three: 3 }]);
    expect(arriving([])).toEqual([]);
  });

  it.each([
    ['in the middle', sparse(3, { 0: 1, 2: 3 })],
    ['at the end', sparse(3, { 0: 1 })],
    ['everywhere', sparse(3, {})],
    ['among objects', sparse(3, { 0: { a: 1 }, 2: { b: 1 } })],
  ])('keeps holes %s [S-19]', (_where, message) => {
    const arrived = arriving(message);
    expect(arrived).toHaveLength(message.length);
    expect(Object.keys(arrived)).toEqual(Object.keys(message));
    expect(arrived).toEqual(message);
  });

  it('keeps holes in four thousand million elements without visiting them [S-19]', () => {
    const message: unknown[] = [];
    message[4_000_000_000] = { last: true };
    const arrived = arriving(message);
    expect(arrived).toHaveLength(4_000_000_001);
    expect(Object.entries(arrived)).toEqual([['4000000000', { last: true }]]);
  });

  it('keeps extra properties, also beside holes that make up for their number [S-19]', () => {
    const match = Object.assign(['ab', 'b'], { index: 3, input: { text: 'xxxab' } });
    expect(Object.entries(arriving(match))).toEqual(Object.entries(match));
    const holey = Object.assign(sparse(3, { 0: 1, 2: 3 }), { extra: 4 });
    expect(Object.entries(arriving(holey))).toEqual(Object.entries(holey));
    const negative = Object.assign([1], { '-1': 'x' });
    expect(Object.entries(arriving(negative))).toEqual(Object.entries(negative));
  });

  it.each([
    ['frozen', Object.freeze([1, { a: 2 }])],
    ['sealed', Object.seal([1, { a: 2 }])],
    ['not extensible', Object.preventExtensions([1, { a: 2 }])],
    ['frozen with a hidden property', Object.freeze(Object.defineProperty([1], 'raw', { value: ['x'] }))],
    ['frozen and holey', Object.freeze(sparse(3, { 0: 1, 2: { a: 2 } }))],
  ])('stays %s [S-14]', (_state, message) => {
    const arrived = arriving(message);
    expect(Object.getOwnPropertyDescriptors(arrived)).toEqual(Object.getOwnPropertyDescriptors(message));
    expect(Object.isExtensible(arrived)).toBe(false);
  });

  it('that is empty and not extensible keeps a length that can be written [S-14]', () => {
    const arrived = arriving(Object.preventExtensions([]));
    expect(Object.isExtensible(arrived)).toBe(false);
    expect(Object.getOwnPropertyDescriptor(arrived, 'length')?.writable).toBe(true);
    expect(Object.getOwnPropertyDescriptor(arriving(Object.freeze([])), 'length')?.writable).toBe(false);
  });

  it('of a subclass arrives as an array [S-5]', () => {
    class Stack extends Array<number> {
      peek() {
        return this.at(-1);
      }
    }
    const message = Stack.of(1, 2);
    const arrived = arriving(message);
    expect(arrived).toEqual([1, 2]);
    expect(Object.getPrototypeOf(arrived)).toBe(Array.prototype);
    expect(notesOf(message)).toEqual([{ kind: 'prototype-lost', path: '$', className: 'Stack', members: ['peek'] }]);
  });

  it.each([2, 40])('of length %d fails for an accessor among its elements, unevaluated [S-18]', (length) => {
    const message = Object.defineProperty(new Array(length).fill(0), 1, {
      get: () => {
        throw new Error('ran');
      },
      enumerable: true,
    });
    expect(failing(message)).toEqual({ reason: unsupported('Function'), path: '$[1]', what: 'an accessor property' });
  });

  it('fails for a symbol key [S-15]', () => {
    expect(failing(Object.assign([1], { [Symbol('tag')]: 1 })).path).toBe('$[Symbol(tag)]');
  });
});

describe('a Map or Set', () => {
  it('keeps its entries in order, with their values copied [S-20]', () => {
    const key = { id: 1 };
    const map = arriving(
      new Map<unknown, unknown>([
        ['b', key],
        ['a', 1],
        [key, 'object'],
      ]),
    );
    expect([...map]).toEqual([
      ['b', key],
      ['a', 1],
      [key, 'object'],
    ]);
    expect([...map.keys()][2]).toBe(map.get('b'));
    expect([...arriving(new Set([3, { a: 1 }, 1]))]).toEqual([3, { a: 1 }, 1]);
  });

  it('keeps extra properties and is frozen if it was [S-20]', () => {
    const map = Object.freeze(Object.assign(new Map([['a', 1]]), { label: { text: 'x' } }));
    const arrived = arriving(map);
    expect(arrived.label).toEqual({ text: 'x' });
    expect(Object.isFrozen(arrived)).toBe(true);
    expect([...arrived]).toEqual([['a', 1]]);
  });

  it('of a subclass arrives as its base, past overridden methods [S-20]', () => {
    class Registry extends Map<string, number> {
      override get size(): number {
        throw new Error('ran');
      }
      override forEach(): never {
        throw new Error('ran');
      }
      override [Symbol.iterator](): MapIterator<[string, number]> {
        throw new Error('ran');
      }
    }
    const arrived = arriving(new Registry().set('a', 1));
    expect(Object.getPrototypeOf(arrived)).toBe(Map.prototype);
    expect([...arrived]).toEqual([['a', 1]]);
  });

  it('says where in it a value failed [S-60]', () => {
    expect(failing({ handlers: new Map([['go', () => {}]]) }).path).toBe('$.handlers.get("go")');
    expect(failing(new Map([[() => {}, 1]])).path).toBe('$.keys()[0]');
    expect(failing(new Map([[{}, () => {}]])).path).toBe('$.values()[0]');
    expect(failing({ tags: new Set([1, Symbol('x')]) }).path).toBe('$.tags.values()[1]');
  });
});

describe('a Date, RegExp or boxed primitive', () => {
  it('keeps the time, even an invalid one [S-21]', () => {
    expect(arriving(new Date(86_400_000)).getTime()).toBe(86_400_000);
    expect(arriving(new Date(Number.NaN)).getTime()).toBeNaN();
    expect(Object.entries(arriving(Object.assign(new Date(0), { zone: { name: 'UTC' } })))).toEqual([
      ['zone', { name: 'UTC' }],
    ]);
  });

  it('keeps source, flags and lastIndex [S-22]', () => {
    const message = /a(?<b>b)\//dgimsuy;
    message.lastIndex = 5;
    const arrived = arriving(message);
    expect([arrived.source, arrived.flags, arrived.lastIndex]).toEqual([message.source, 'dgimsuy', 5]);
    expect(Object.getOwnPropertyDescriptor(arrived, 'lastIndex')).toEqual({
      value: 5,
      writable: true,
      enumerable: false,
      configurable: false,
    });
    expect(Object.getOwnPropertyDescriptor(arriving(Object.freeze(/x/g)), 'lastIndex')?.writable).toBe(false);
  });

  it('keeps boxes, their kind and their extra properties [S-12]', () => {
    const arrived = arriving({
      number: new Number(-0),
      string: Object.assign(new String('ab'), { unit: 'px' }),
      boolean: new Boolean(false),
      bigint: Object(7n),
    });
    expect(Object.is(arrived.number.valueOf(), -0)).toBe(true);
    expect(arrived.number).toBeInstanceOf(Number);
    expect(Object.entries(arrived.string)).toEqual([
      ['0', 'a'],
      ['1', 'b'],
      ['unit', 'px'],
    ]);
    expect(arrived.string.valueOf()).toBe('ab');
    expect(arrived.boolean).toEqual(new Boolean(false));
    expect(arrived.bigint).toEqual(Object(7n));
  });

  it('is told by its slots, not by its prototype [S-1]', () => {
    const disguised = Object.setPrototypeOf(new Map([['a', 1]]), Object.prototype);
    expect([...Map.prototype.entries.call(arriving(disguised))]).toEqual([['a', 1]]);
    expect(arriving(Object.create(Date.prototype))).toEqual({});
    expect(Object.getPrototypeOf(arriving(Object.setPrototypeOf(new Set([1]), null)))).toBeNull();
  });

  it.each<[kind: string, isOne: (value: unknown) => boolean, make: () => object]>([
    ['Map', types.isMap, () => new Map()],
    ['Date', types.isDate, () => new Date(0)],
    ['Number', types.isNumberObject, () => new Number(1)],
    ['ArrayBuffer', types.isArrayBuffer, () => new ArrayBuffer(1)],
  ])(
    'is told by its slots if it has properties beside a null or an odd prototype: %s [S-1] [S-5]',
    (_kind, isOne, make) => {
      const bare = Object.setPrototypeOf(Object.assign(make(), { a: 1 }), null);
      const odd = Object.setPrototypeOf(Object.assign(make(), { a: 1 }), { norm() {} });
      expect([arriving(bare), arriving(odd)].map((arrived) => isOne(arrived) && arrived.a)).toEqual([1, 1]);
    },
  );
});
