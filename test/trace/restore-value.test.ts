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
    ['an error', new RangeError('far')],
    ['an instance', new Job()],
    ['an object with a mark of its own', { $type: 'x' }],
  ])('prints as the one that was stored: %s', (_name, value) => {
    expect(preview(restoreValue(storeValue(value)))).toBe(preview(value));
  });

  it('names what is not stored whole', () => {
    const value: unknown[] = [new ArrayBuffer(1)];
    value.push(value);
    expect(preview(restoreValue(storeValue(value)))).toBe(
      "[ ArrayBuffer { byteLength: 1, head: '00' }, ref { path: '' } ]",
    );
    expect(preview(restoreValue({ $type: 'redacted' }))).toBe("'[redacted]'");
    const long = restoreValue(storeValue(Array.from({ length: 5_000 }, () => 1)));
    expect(long).toHaveLength(1_999);
  });
});
