import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { createHypium, noTestRunner } from '../../src/hypium';

const { expect: assert, Hypium } = createHypium(noTestRunner, {});

/** What an assertion throws. */
function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return String(error);
  }
  return 'passed';
}

class Shop {
  name = 'shop';
}

const thrower = () => {
  throw new RangeError('too far');
};

/** name, arguments; values that pass; values that fail, with what is expected and received. */
const table: readonly [string, readonly unknown[], readonly unknown[], readonly (readonly [unknown, string])[]][] = [
  [
    'assertEqual',
    [3],
    [3],
    [
      [4, 'Expected: 3\nReceived: 4'],
      ['3', "Expected: 3\nReceived: '3'"],
    ],
  ],
  ['assertTrue', [], [true], [[1, 'Expected: true\nReceived: 1']]],
  ['assertFalse', [], [false], [[undefined, 'Expected: false\nReceived: undefined']]],
  ['assertNull', [], [null], [[undefined, 'Expected: null\nReceived: undefined']]],
  ['assertUndefined', [], [undefined], [[null, 'Expected: undefined\nReceived: null']]],
  ['assertNaN', [], [Number.NaN], [['x', "Expected: NaN\nReceived: 'x'"]]],
  [
    'assertNegUnlimited',
    [],
    [Number.NEGATIVE_INFINITY],
    [[Number.POSITIVE_INFINITY, 'Expected: -Infinity\nReceived: Infinity']],
  ],
  ['assertPosUnlimited', [], [Number.POSITIVE_INFINITY], [[1, 'Expected: Infinity\nReceived: 1']]],
  ['assertLarger', [2], [3], [[2, 'Expected: > 2\nReceived: 2']]],
  ['assertLess', [2], [1], [[2, 'Expected: < 2\nReceived: 2']]],
  ['assertLargerOrEqual', [2], [2, 3], [[1, 'Expected: >= 2\nReceived: 1']]],
  ['assertLessOrEqual', [2], [2, 1], [[3, 'Expected: <= 2\nReceived: 3']]],
  [
    'assertClose',
    [99, 0.1],
    [100, 99],
    [
      [50, 'Expected: close to 99: |received - expected| / |received| < 0.1\nReceived: 50'],
      [0, 'Expected: close to 99: |received - expected| / |received| < 0.1\nReceived: 0'],
    ],
  ],
  ['assertClose', [0, 0.1], [0], []],
  [
    'assertContain',
    ['b'],
    ['abc', ['a', 'b'], { key: 'b' }],
    [
      ['ac', "Expected: something with 'b' in it\nReceived: 'ac'"],
      [undefined, "Expected: something with 'b' in it\nReceived: undefined"],
    ],
  ],
  ['assertContain', [1], [['1'], '01'], [[[2], 'Expected: something with 1 in it\nReceived: [ 2 ]']]],
  [
    'assertInstanceOf',
    ['String'],
    ['text', new String('boxed')],
    [
      [1, 'Expected: of kind String\nReceived: 1, of kind Number'],
      [
        new Shop(),
        "Expected: of kind String\nReceived: Shop { name: 'shop' }, of kind Object\nInstances of classes are of kind Object.",
      ],
    ],
  ],
  [
    'assertThrowError',
    ['too far'],
    [thrower],
    [
      [3, "Expected: a function that throws an error with the message 'too far'\nReceived: no function: 3"],
      [() => 3, "Expected: a function that throws an error with the message 'too far'\nReceived: it threw nothing"],
      [
        () => {
          throw 'too far';
        },
        "Expected: a function that throws an error with the message 'too far'\nReceived: it threw 'too far'",
      ],
    ],
  ],
  [
    'assertThrowError',
    ['near'],
    [],
    [
      [
        thrower,
        "Expected: a function that throws an error with the message 'near'\nReceived: it threw RangeError: too far",
      ],
    ],
  ],
  [
    'assertDeepEquals',
    [{ items: [{ price: 1 }] }],
    [{ items: [{ price: 1 }] }],
    [
      [
        { items: [{ price: 2 }] },
        'Expected: { items: [ { price: 1 } ] }\nReceived: { items: [ { price: 2 } ] }\nThey differ at: .items[0].price',
      ],
      [3, 'Expected: { items: [ { price: 1 } ] }\nReceived: 3'],
    ],
  ],
];

describe('expect', () => {
  it.each(table)('%s(%j) accepts what it should, and says what is wrong with the rest', (name, args, good, bad) => {
    const head = (not = '') => `AssertException: expect(received)${not}.${name}(${args.length > 0 ? 'expected' : ''})`;
    for (const value of good) expect(assert(value)[name]?.(...args)).toBeUndefined();
    for (const [value, text] of bad) {
      expect(failureOf(() => assert(value)[name]?.(...args))).toBe(`${head()}\n\n${text}`);
      expect(
        assert(value)
          .not()
          [name]?.(...args),
      ).toBeUndefined();
    }
    for (const value of good) {
      expect(
        failureOf(() =>
          assert(value)
            .not()
            [name]?.(...args),
        ),
      ).toContain(`${head('.not()')}\n\nExpected: not `);
    }
  });

  it('assertFail always fails', () => {
    expect(failureOf(() => assert().assertFail?.())).toBe(
      'AssertException: expect(received).assertFail()\n\nExpected: never to come here',
    );
  });

  it('says of two objects that print alike what compares them', () => {
    expect(failureOf(() => assert({ a: 1 }).assertEqual?.({ a: 1 }))).toBe(
      `AssertException: expect(received).assertEqual(expected)

Expected: { a: 1 }
Received: { a: 1 }
They are two objects: assertDeepEquals compares what is in them.`,
    );
  });

  it('puts the own words of a test first, in either order with not()', () => {
    const expected = `AssertException: the count

expect(received).not().assertEqual(expected)

Expected: not 1
Received: 1`;
    expect(failureOf(() => assert(1).message('the count').not().assertEqual?.(1))).toBe(expected);
    expect(failureOf(() => assert(1).not().message('the count').assertEqual?.(1))).toBe(expected);
  });

  it('knows assertions of the test, until they are unregistered', () => {
    function isOdd(actual: unknown) {
      return { pass: Number(actual) % 2 === 1, message: `${actual} is even` };
    }
    const isBetween = (actual: unknown, [low, high]: readonly unknown[]) => ({
      pass: Number(low) < Number(actual) && Number(actual) < Number(high),
    });
    Hypium.registerAssert(isOdd);
    Hypium.registerAssert(isBetween);

    expect(assert(3).isOdd?.()).toBeUndefined();
    expect(failureOf(() => assert(4).isOdd?.())).toBe('AssertException: isOdd: 4 is even');
    expect(failureOf(() => assert(3).message('mine').not().isOdd?.())).toBe(
      'AssertException: mine\n\nnot().isOdd: 3 is even',
    );
    expect(failureOf(() => assert(3).isBetween?.(3, 5))).toBe('AssertException: isBetween: ');
    Hypium.unregisterAssert('isOdd');
    Hypium.unregisterAssert(isBetween);
    expect([assert(3).isOdd, assert(3).isBetween]).toEqual([undefined, undefined]);
  });
});

const cyclic = (): object => {
  const one: Record<string, unknown> = { name: 'one' };
  one.self = one;
  return one;
};

describe('assertDeepEquals', () => {
  it.each<[string, unknown, unknown]>([
    ['maps', new Map([[{ id: 1 }, ['a']]]), new Map([[{ id: 1 }, ['a']]])],
    ['sets in any order', new Set([[1], [2]]), new Set([[2], [1]])],
    ['dates', new Date(5), new Date(5)],
    ['regular expressions', /a/g, /a/g],
    ['boxed primitives', new Number(1), new Number(1)],
    ['errors', new TypeError('x'), new TypeError('x')],
    ['buffers', new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2]).buffer],
    ['typed arrays', new Uint8Array([1, 2]), new Uint8Array([1, 2])],
    ['cycles', cyclic(), cyclic()],
    ['objects of another realm', { list: [1] }, runInNewContext('({ list: [1] })')],
    ['NaN', [Number.NaN], [Number.NaN]],
    ['classes by their names', new Shop(), new Shop()],
  ])('equates %s', (_, one, other) => {
    expect(failureOf(() => assert(one).assertDeepEquals?.(other))).toBe('passed');
  });

  it.each<[unknown, unknown, string]>([
    [{ a: 1 }, {}, '.a'],
    [{}, { a: undefined }, '.a'],
    [[1, 2], [1], '[1]'],
    [[1], [1, 2], '[1]'],
    [Array(1), Array(2), '.length'],
    [new Map([['a', 1]]), new Map([['a', 2]]), '.get(a)'],
    [new Map([['a', 1]]), new Map([['b', 1]]), '.get(a)'],
    [new Map([['a', 1]]), new Map(), '.size'],
    [{ at: new Date(5) }, { at: new Date(6) }, '.at'],
    [{ by: /a/g }, { by: /a/i }, '.by'],
    [{ zero: 0 }, { zero: -0 }, '.zero'],
    [{ shop: new Shop() }, { shop: { name: 'shop' } }, '.shop'],
    [{ error: new TypeError('x') }, { error: new RangeError('x') }, '.error'],
    [{ buffer: new ArrayBuffer(1) }, { buffer: new ArrayBuffer(2) }, '.buffer'],
    [{ set: new Set([1]) }, { set: new Set([2]) }, '.set'],
    [{ set: new Set([1]) }, { set: new Set([1, 2]) }, '.set'],
    [{ run: () => 1 }, { run: () => 1 }, '.run'],
  ])('%p is not %p', (one, other, path) => {
    expect(failureOf(() => assert(one).assertDeepEquals?.(other))).toContain(`\nThey differ at: ${path}`);
  });
});
