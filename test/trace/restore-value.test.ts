import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/base';
import { restoreValue, storeValue } from '../../src/trace';

class Job {
  id = 7;
}

describe('a restored value', () => {
  it.each([
    ['undefined', undefined],
    ['bigint', [1n]],
    ['numbers', [Number.NaN, -0, 1]],
    ['a Date', new Date(0)],
    ['collections', { map: new Map([['a', new Set([1])]]), list: [null] }],
    ['a RegExp', /a\/b/gi],
    ['an ArrayBuffer', { chunk: new Uint8Array(3).fill(9).buffer }],
    ['a large one', new Uint8Array(100_000).fill(7).buffer],
    ['a SharedArrayBuffer', new SharedArrayBuffer(4)],
    ['typed arrays', [Float64Array.of(0.5, -1), new Uint16Array(9_000)]],
    ['a part of a buffer', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
    ['an error', new RangeError('far')],
    ['an instance', new Job()],
    ['an object with a mark of its own', { $type: 'x' }],
  ])('prints as the one that was stored: %s', (_name, value) => {
    expect(preview(restoreValue(storeValue(value)))).toBe(preview(value));
  });

  it('names what is not stored whole', () => {
    const value: unknown[] = [new DataView(new ArrayBuffer(1))];
    value.push(value);
    expect(preview(restoreValue(storeValue(value)))).toBe(
      "[ DataView { byteLength: 1, head: '00' }, ref { path: '' } ]",
    );
    expect(preview(restoreValue({ $type: 'Uint16Array', byteLength: 3, head: '' }))).toBe(
      "Uint16Array { byteLength: 3, head: '' }",
    );
    const huge = { $type: 'ArrayBuffer', byteLength: 2 ** 40, head: '00' };
    expect(preview(restoreValue(huge))).toBe("ArrayBuffer { byteLength: 1099511627776, head: '00' }");
    expect(preview(restoreValue({ $type: 'redacted' }))).toBe("'[redacted]'");
    const long = restoreValue(storeValue(Array.from({ length: 5_000 }, () => 1)));
    expect(long).toHaveLength(1_999);
  });
});
