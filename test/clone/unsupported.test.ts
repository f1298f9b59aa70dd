import { inspect, types } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { createClone } from '../../src/clone';
import { createRealmMakers } from '../../src/clone/guest';
import { arriving, clone, failing, notesOf, unsupported } from './outcome';

async function* asyncGenerator() {}
function* generator() {}
function argumentsOf(..._: unknown[]): IArguments {
  // biome-ignore lint/complexity/noArguments: it's what is tested
  return arguments;
}

describe('a message with an unsupported value', () => {
  it.each<[type: string, value: unknown, what: string]>([
    ['Symbol', Symbol('tag'), 'a symbol'],
    ['Symbol', Object(Symbol('tag')), 'a symbol'],
    ['Function', function named() {}, 'a function'],
    ['Function', () => {}, 'a function'],
    ['Function', class Type {}, 'a function'],
    ['Function', Math.max, 'a function'],
    ['Bound Function', function named() {}.bind(null), 'a bound function'],
    ['GeneratorFunction', generator, 'a generator function'],
    ['AsyncGeneratorFunction', asyncGenerator, 'an async generator function'],
    ['DataView', new DataView(new ArrayBuffer(8)), 'a DataView'],
    ['Promise', Promise.resolve(1), 'a Promise'],
    ['Proxy', new Proxy({}, {}), 'a Proxy'],
    ['Proxy', new Proxy(() => {}, {}), 'a Proxy'],
    ['WeakMap', new WeakMap(), 'a WeakMap'],
    ['WeakSet', new WeakSet(), 'a WeakSet'],
    ['WeakRef', new WeakRef({}), 'a WeakRef'],
    ['JSFinalizationRegistry', new FinalizationRegistry(() => {}), 'a FinalizationRegistry'],
    ['JSGeneratorObject', generator(), 'a generator'],
    ['JSAsyncGeneratorObject', asyncGenerator(), 'an async generator'],
    ['ArrayIterator', [].values(), 'an ArrayIterator'],
    ['MapIterator', new Map().keys(), 'a MapIterator'],
    ['SetIterator', new Set().values(), 'a SetIterator'],
    ['StringIterator', ''[Symbol.iterator](), 'a StringIterator'],
    ['RegExpIterator', 'a'.matchAll(/a/g), 'a RegExpIterator'],
    ['Arguments', argumentsOf(1, 2), 'an arguments object'],
    ['GlobalObject', globalThis, 'the global object'],
    ['JSDateTimeFormat', new Intl.DateTimeFormat(), 'a DateTimeFormat'],
    ['JSNumberFormat', new Intl.NumberFormat(), 'a NumberFormat'],
    ['JSLocale', new Intl.Locale('en'), 'a Locale'],
    ['JSCollator', new Intl.Collator(), 'a Collator'],
    ['JSPluralRules', new Intl.PluralRules(), 'a PluralRules'],
    ['JSListFormat', new Intl.ListFormat(), 'a ListFormat'],
    ['JSRelativeTimeFormat', new Intl.RelativeTimeFormat(), 'a RelativeTimeFormat'],
  ])('fails and names its type: %s [S-11] [S-27] [S-28] [S-30] [S-60]', (type, value, what) => {
    const reason = `Serialize don't support object type: ${type}`;
    expect(failing(value)).toEqual({ reason, path: '$', what });
    expect(failing({ list: [1, { value }] })).toEqual({ reason, path: '$.list[1].value', what });
  });

  it('fails for a module namespace [S-30]', () => {
    const namespace = Object.create(null); // a real one can't be had in a CommonJS test
    const isModuleNamespaceObject = (value: unknown): value is object => value === namespace;
    const clone = createClone(
      { types: { ...types, isModuleNamespaceObject }, structuredClone, inspect },
      createRealmMakers(),
    );
    expect(clone({ namespace })).toEqual({
      ok: false,
      failure: { reason: unsupported('ModuleNamespace'), path: '$.namespace', what: 'a module namespace' },
    });
  });

  it('runs no trap of a proxy, wherever it stands [S-30]', () => {
    const trap = jest.fn(() => {
      throw new Error('ran');
    });
    const handler = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap]));
    const proxy = new Proxy([], handler);
    expect(failing(proxy).reason).toBe(unsupported('Proxy'));
    expect(failing(new Map([[proxy, 1]])).reason).toBe(unsupported('Proxy'));
    const child = Object.create(proxy, { a: { value: 1, writable: true, enumerable: true, configurable: true } });
    expect(arriving(child)).toEqual({ a: 1 });
    expect(failing(1, { transfer: proxy as unknown[] }).reason).toBe('Serialize PrepareTransfer fail');
    expect(trap).not.toHaveBeenCalled();
  });

  it('writes the path to it as code [S-60]', () => {
    expect(failing({ a: { 'two words': [{ $ok_1: { '': Symbol() } }] } }).path).toBe('$.a["two words"][0].$ok_1[""]');
  });

  it('shows the two ends of a long path [S-60]', () => {
    let message: object = { end: Symbol() };
    for (let i = 0; i < 40; i++) message = { [`n${i}`]: message };
    expect(failing(message).path).toBe('$.n39.n38.n37.n36.n35.n34.n33.n32 … 25 more … .n6.n5.n4.n3.n2.n1.n0.end');
  });
});

describe('the first failure', () => {
  it('is the first in depth-first order [S-2]', () => {
    expect(failing([{ deep: [{ deeper: () => {} }] }, Symbol()]).path).toBe('$[0].deep[0].deeper');
    expect(failing({ a: new Map([[{ in: Symbol() }, () => {}]]), b: 1 }).path).toBe('$.a.keys()[0].in');
  });

  it('is a symbol key before an unsupported value of the same object [S-67]', () => {
    expect(failing({ first() {}, [Symbol('tag')]: 1 }).path).toBe('$[Symbol(tag)]');
  });

  it('is an accessor before an unsupported value of the same object [S-67]', () => {
    expect(
      failing({
        first: Symbol(),
        get second() {
          return 1;
        },
      }),
    ).toMatchObject({
      reason: unsupported('Function'),
      path: '$.second',
    });
  });

  it('is an unsupported value before the layout of a later object [S-67]', () => {
    expect(
      failing({
        first: Symbol('x'),
        second: {
          get third() {
            return 1;
          },
        },
      }).path,
    ).toBe('$.first');
  });

  it('leaves nothing behind: the next message is not affected [S-2]', () => {
    const message = { list: [1, 2], run: () => {} };
    expect(clone(message).ok).toBe(false);
    expect(arriving({ list: message.list })).toEqual({ list: [1, 2] });
  });
});

describe('an async function', () => {
  it('passes, and arrives as a function that says why it cannot be called [S-29]', () => {
    const load = async () => 1;
    const { first, second } = arriving({ first: load, second: load });
    expect(first).toBe(second);
    expect(first).not.toBe(load);
    expect(() => first()).toThrow(
      new TypeError(
        'async function "load" was sent in a message: it arrived without its closure and module, and can\'t be called',
      ),
    );
  });

  it('is noted [S-29]', () => {
    expect(notesOf({ jobs: [async function load() {}] })).toEqual([
      { kind: 'async-function', path: '$.jobs[0]', name: 'load' },
    ]);
  });

  it('is noted a hundred times at most, so that a deep message full of them stays quick [S-29]', () => {
    let message: object = {};
    for (let i = 0; i < 50_000; i++) message = { load: async () => 1, message };
    expect(notesOf(message)).toHaveLength(100);
  });
});
