import { describe, expect, it } from '@jest/globals';
import type { ExtensibleExpect } from '../../src/jest/bridge';
import { equalityOf } from '../../src/jest/equality';

const equals = equalityOf(() => expect as unknown as ExtensibleExpect);

describe('the equality of messages', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['objects with the same content', { id: 1, list: [2] }, { id: 1, list: [2] }, true],
    ['objects with other content', { id: 1 }, { id: 2 }, false],
    ['undefined and a missing property, as toEqual has it', { id: 1, gone: undefined }, { id: 1 }, true],
    ['maps with the same content', new Map([[1, 2]]), new Map([[1, 2]]), true],
    ['maps with other content', new Map([[1, 2]]), new Map([[1, 3]]), false],
    ['buffers with the same bytes', { of: Uint8Array.of(1, 2).buffer }, { of: Uint8Array.of(1, 2).buffer }, true],
    ['buffers with other bytes', { of: Uint8Array.of(1, 2).buffer }, { of: Uint8Array.of(1, 3).buffer }, false],
    ['buffers of other lengths', new ArrayBuffer(1), new ArrayBuffer(2), false],
    ['an asymmetric matcher inside', { id: 7, text: 'x' }, { id: expect.any(Number), text: 'x' }, true],
    ['an asymmetric matcher that refuses', { id: '7' }, { id: expect.any(Number) }, false],
    ['an asymmetric matcher by itself', [1, 2], expect.arrayContaining([2]), true],
    ['undefined', undefined, undefined, true],
  ])('is asked of %s', (_, actual, wanted, equal) => {
    expect(equals(actual, wanted)).toBe(equal);
  });

  it('knows the testers that the user has added', () => {
    class Celsius {
      constructor(readonly degrees: number) {}
    }
    expect.addEqualityTesters([
      (a: unknown, b: unknown) => (a instanceof Celsius && b instanceof Celsius ? true : undefined),
    ]);
    expect(equals({ at: new Celsius(20) }, { at: new Celsius(30) })).toBe(true);
  });

  it('is no assertion of the test', () => {
    const before = expect.getState().assertionCalls;
    equals(1, 2);
    expect(expect.getState().assertionCalls).toBe(before);
  });

  it('does without Jest', () => {
    const strict = equalityOf(() => undefined);
    expect([strict({ id: 1 }, { id: 1 }), strict({ id: 1 }, { id: 2 })]).toEqual([true, false]);
  });
});
