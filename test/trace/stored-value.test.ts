import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { storedLimits, storeValue } from '../../src/trace/stored-value';

/** What a reader of the file gets. */
function stored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(storeValue(value)));
}

/** The value that a JSON pointer names. */
function at(value: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce<unknown>(
    (found, name) => Reflect.get(Object(found), name.replaceAll('~1', '/').replaceAll('~0', '~')),
    value,
  );
}

describe('what JSON knows', () => {
  it.each([
    ['a text', 'hello'],
    ['a number', -1.5],
    ['true', true],
    ['null', null],
    ['a list', [1, [2, 'x']]],
    ['an object', { a: { b: [null] }, '': 1 }],
  ])('stands for itself: %s', (_name, value) => {
    expect(stored(value)).toEqual(value);
  });

  it('stands for itself from other realms and without a prototype', () => {
    expect(stored(runInNewContext('({ a: [1] })'))).toEqual({ a: [1] });
    expect(stored(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
  });

  it('is kept apart from what is marked', () => {
    expect(stored({ $type: 'Map' })).toEqual({ $type: 'object', fields: { $type: 'Map' } });
    expect(JSON.stringify(storeValue(JSON.parse('{"__proto__":1}')))).toBe('{"__proto__":1}');
  });
});

describe('what JSON does not know', () => {
  class Job {
    id = 7;
  }
  const failure = Object.assign(new RangeError('too far', { cause: 1n }), { code: 401 });
  it.each([
    ['undefined', undefined, { $type: 'undefined' }],
    ['a bigint', 10n, { $type: 'bigint', value: '10' }],
    ['NaN', Number.NaN, { $type: 'number', value: 'NaN' }],
    ['minus infinity', Number.NEGATIVE_INFINITY, { $type: 'number', value: '-Infinity' }],
    ['minus zero', -0, { $type: 'number', value: '-0' }],
    ['a symbol', Symbol('s'), { $type: 'symbol', value: 'Symbol(s)' }],
    ['a function', Math.max, { $type: 'function', name: 'max' }],
    ['a Map', new Map([[{ k: 1 }, 2]]), { $type: 'Map', entries: [[{ k: 1 }, 2]] }],
    ['a Set', new Set(['a']), { $type: 'Set', values: ['a'] }],
    ['a Map of a class', new (class Table extends Map {})(), { $type: 'Map', name: 'Table', entries: [] }],
    ['a Date', new Date(0), { $type: 'Date', value: '1970-01-01T00:00:00.000Z' }],
    ['a Date that is none', new Date(Number.NaN), { $type: 'Date', value: 'Invalid Date' }],
    ['a RegExp', /a\/b/gi, { $type: 'RegExp', value: '/a\\/b/gi' }],
    ['a boxed number', Object(3), { $type: 'boxed', preview: '[Number: 3]' }],
    ['a hole', Object.assign(new Array(3), { 0: 1, 2: 2 }), [1, { $type: 'hole' }, 2]],
    ['an instance', new Job(), { $type: 'class', name: 'Job', fields: { id: 7 } }],
    [
      'a getter',
      {
        get now() {
          throw new Error('was run');
        },
      },
      { now: { $type: 'getter' } },
    ],
    [
      'an error',
      failure,
      {
        $type: 'Error',
        name: 'RangeError',
        message: 'too far',
        cause: { $type: 'bigint', value: '1' },
        fields: { code: 401 },
      },
    ],
    ['a buffer', new Uint8Array([1, 255]).buffer, { $type: 'ArrayBuffer', byteLength: 2, head: '01ff' }],
    ['a shared buffer', new SharedArrayBuffer(1), { $type: 'SharedArrayBuffer', byteLength: 1, head: '00' }],
    ['a view', new Uint16Array([1]), { $type: 'Uint16Array', length: 1, byteLength: 2, head: '0100' }],
    ['a DataView', new DataView(new ArrayBuffer(4), 3), { $type: 'DataView', byteLength: 1, head: '00' }],
  ])('is marked: %s', (_name, value, wanted) => {
    expect(stored(value)).toEqual(wanted);
  });

  it('is named by its place when it stands elsewhere in the value', () => {
    const shared = { deep: true };
    const value: Record<string, unknown> = { 'a/b~': shared, list: [shared], map: new Map([['k', shared]]) };
    value.self = value;
    const result = stored(value);
    expect(result).toMatchObject({
      list: [{ $type: 'ref', path: '/a~1b~0' }],
      map: { entries: [['k', { $type: 'ref', path: '/a~1b~0' }]] },
      self: { $type: 'ref', path: '' },
    });
    expect(at(result, '/a~1b~0')).toEqual({ deep: true });
  });

  it('has places that are right inside of collections, instances and errors', () => {
    const inner = { mark: 'here' };
    const holders = [
      new Map([['k', inner]]),
      new Set([inner]),
      Object.assign(new Job(), { inner }),
      { $type: 1, inner },
    ];
    for (const holder of [...holders, Object.assign(new Error('e'), { inner })]) {
      const result = stored([holder, inner]);
      const path = String(at(result, '/1/path'));
      expect(at(result, path)).toEqual(inner);
    }
  });

  it('is cut where code of the value would throw', () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(stored({ hostile })).toEqual({ hostile: { $type: 'cut', preview: '{}' } });
  });
});

describe('what is too large', () => {
  it('tells how much is left out', () => {
    const { values } = storedLimits;
    const many = Array.from({ length: values * 2 }, (_, i) => i);
    expect(stored(many)).toMatchObject({ $type: 'array', more: values + 1 });
    expect(stored(new Set(many))).toMatchObject({ $type: 'Set', more: values + 1 });
    expect(stored(new Map(many.map((i) => [i, i])))).toMatchObject({ $type: 'Map', more: values + 1 });
    expect(stored(Object.fromEntries(many.map((i) => [`k${i}`, i])))).toMatchObject({
      $type: 'object',
      more: values + 1,
    });
  });

  it('shows a preview of what lies too deep, and of long texts', () => {
    let deep: unknown = 'bottom';
    for (let i = 0; i <= storedLimits.depth; i++) deep = { deep };
    expect(JSON.stringify(stored(deep))).toContain('{"deep":{"$type":"cut","preview":"{ deep: \'bottom\' }"}}');
    expect(stored('x'.repeat(storedLimits.characters + 1))).toEqual({
      $type: 'cut',
      preview: `${'x'.repeat(200)}… (10001 characters)`,
    });
  });

  it('stays small as a whole, however it is nested', () => {
    const wide = () => Array.from({ length: 500 }, () => ({ list: Array.from({ length: 500 }, () => ({})) }));
    expect(JSON.stringify(stored(wide())).length).toBeLessThan(200_000);
  });

  it('shows 64 bytes of a buffer', () => {
    expect(stored(new ArrayBuffer(1_000_000))).toEqual({
      $type: 'ArrayBuffer',
      byteLength: 1_000_000,
      head: '00'.repeat(64),
    });
  });
});
