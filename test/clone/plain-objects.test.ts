import { describe, expect, it } from '@jest/globals';
import { arriving, failing, notesOf, unsupported } from './outcome';

const descriptors = Object.getOwnPropertyDescriptors;

describe('a plain object', () => {
  it('keeps the order of its properties [S-14]', () => {
    expect(Object.keys(arriving({ b: 1, a: { x: 1 }, 7: 0, c: null }))).toEqual(['7', 'b', 'a', 'c']);
  });

  it('keeps non-enumerable, read-only and permanent properties [S-14]', () => {
    const message = Object.defineProperties(
      {},
      {
        hidden: { value: { deep: 1 }, enumerable: false, writable: true, configurable: true },
        readOnly: { value: 2, enumerable: true, writable: false, configurable: true },
        permanent: { value: 3, enumerable: true, writable: true, configurable: false },
      },
    );
    expect(descriptors(arriving(message))).toEqual(descriptors(message));
  });

  it.each([
    ['first', { hidden: { value: { deep: 1 } }, shown: { value: 1, enumerable: true, writable: true } }],
    [
      'between',
      { a: { value: 1, enumerable: true }, h: { value: 2, writable: true }, b: { value: {}, enumerable: true } },
    ],
    ['last', { a: { value: [1], enumerable: true, writable: true }, h: { value: { b: 1 }, writable: true } }],
    ['among unusual names', { ['__proto__']: { value: 1, enumerable: true }, h: { value: 1 }, toString: { value: 2 } }],
    ['alone', { h: { value: [], writable: true } }],
  ])('keeps the place of hidden properties: %s [S-14]', (_place, properties) => {
    const message = Object.defineProperties({}, properties as PropertyDescriptorMap);
    const arrived = arriving([message, message]);
    expect(descriptors(arrived[0])).toEqual(descriptors(message));
    expect(Reflect.ownKeys(arrived[0] as object)).toEqual(Reflect.ownKeys(message));
    expect(arrived[1]).toBe(arrived[0]);
  });

  it('that was an error is still one, with or without listed properties [S-5, S-13]', () => {
    const message = Object.setPrototypeOf(Object.assign(new Error('x'), { code: 1 }), Object.prototype);
    expect(arriving(message)).toBeInstanceOf(Error);
  });

  it.each([
    ['frozen', Object.freeze({ a: 1, b: { c: 2 } })],
    ['sealed', Object.seal({ a: 1, b: { c: 2 } })],
    ['not extensible', Object.preventExtensions({ a: 1, b: { c: 2 } })],
    ['empty and frozen', Object.freeze({})],
    ['frozen with a hidden property', Object.freeze(Object.defineProperty({ a: 1 }, 'hidden', { value: { b: 1 } }))],
  ])('stays %s [S-14]', (_state, message) => {
    const arrived = arriving(message);
    expect(descriptors(arrived)).toEqual(descriptors(message));
    expect(Object.isExtensible(arrived)).toBe(false);
    expect(Object.isFrozen(arrived)).toBe(Object.isFrozen(message));
  });

  it('keeps a null prototype [S-5]', () => {
    const message = Object.assign(Object.create(null), { a: 1, nested: Object.create(null) });
    const arrived = arriving(message);
    expect(arrived).toEqual(message);
    expect(Object.getPrototypeOf(arrived)).toBeNull();
    expect(Object.getPrototypeOf(arrived.nested)).toBeNull();
  });

  it('keeps the link to a prototype that was sent before it [S-5]', () => {
    const base = { shared: 1 };
    const [first, second] = arriving([base, Object.assign(Object.create(base), { own: 2 })]);
    expect(Object.getPrototypeOf(second)).toBe(first);
    expect(second.shared).toBe(1);
  });

  it('loses the link to a prototype that is sent after it or not at all [S-5]', () => {
    const base = { shared: 1 };
    const [first] = arriving([Object.assign(Object.create(base), { own: 2 }), base]);
    expect(Object.getPrototypeOf(first)).toBe(Object.prototype);
    expect(first).toEqual({ own: 2 });
  });

  it('takes a property called __proto__ for one like any other [S-14]', () => {
    const message = JSON.parse('{"__proto__":{"a":1},"b":2}');
    const arrived = arriving(message);
    expect(Object.keys(arrived)).toEqual(['__proto__', 'b']);
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(arrived, '__proto__')?.value).toEqual({ a: 1 });
  });

  it('arrives with a thousand properties, one of them called __proto__ [S-14]', () => {
    const entries = Array.from({ length: 1000 }, (_, i) => `"k${i}":{"i":${i}}`);
    const message = JSON.parse(`{${entries.join()},"__proto__":{"a":1}}`);
    const arrived = arriving(message);
    expect(Object.keys(arrived)).toEqual(Object.keys(message));
    expect(Object.values(arrived)).toEqual(Object.values(message));
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
  });

  it('fails for a symbol key, even one that is hidden [S-15]', () => {
    expect(failing({ a: { [Symbol('tag')]: 1 } })).toEqual({
      reason: unsupported('Symbol'),
      path: '$.a[Symbol(tag)]',
      what: 'a symbol key',
    });
    expect(failing(Object.defineProperty({}, Symbol.iterator, { value: 1 })).reason).toBe(unsupported('Symbol'));
  });

  it('fails for an accessor and never runs it [S-18]', () => {
    const message = {
      get total(): number {
        throw new Error('ran');
      },
    };
    expect(failing(message)).toEqual({
      reason: unsupported('Function'),
      path: '$.total',
      what: 'an accessor property',
    });
    expect(failing({ set only(_: number) {} }).reason).toBe(unsupported('Function'));
  });
});

describe('an instance of a class', () => {
  class Base {
    greet() {}
  }
  class User extends Base {
    readonly name = 'Ada';
    private readonly secret = { pin: 7 };
    get shout() {
      return this.name.toUpperCase() + this.secret.pin;
    }
  }

  it('arrives as a plain object with its fields [S-16]', () => {
    const arrived = arriving(new User());
    expect(arrived).toEqual({ name: 'Ada', secret: { pin: 7 } });
    expect(Object.getPrototypeOf(arrived)).toBe(Object.prototype);
    expect(arrived).not.toHaveProperty('greet');
    expect(arrived).not.toHaveProperty('shout');
  });

  it('notes what it lost, once a class and message [S-16]', () => {
    expect(notesOf({ users: [new User(), new User()], base: new Base() })).toEqual([
      { kind: 'prototype-lost', path: '$.users[0]', className: 'User', members: ['shout', 'greet'] },
      { kind: 'prototype-lost', path: '$.base', className: 'Base', members: ['greet'] },
    ]);
  });

  it('has nothing to note without methods [S-16]', () => {
    expect(
      notesOf(
        new (class Point {
          x = 1;
        })(),
      ),
    ).toEqual([]);
  });

  it('fails for an arrow function in a field [S-17]', () => {
    class Button {
      onClick = () => {};
    }
    expect(failing({ items: [1, new Button()] })).toEqual({
      reason: unsupported('Function'),
      path: '$.items[1].onClick',
      what: 'a function',
    });
  });

  it('fails for a class with statics as a value [S-17]', () => {
    expect(
      failing({
        type: class Unit {
          static size = 1;
          readonly of = 1;
        },
      }).reason,
    ).toBe(unsupported('Function'));
  });

  it('runs no code of its constructor or its prototype [S-2]', () => {
    const ran: string[] = [];
    class Noisy {
      field = 1;
      get [Symbol.toStringTag]() {
        ran.push('tag');
        return 'Noisy';
      }
      toJSON() {
        ran.push('json');
      }
    }
    const message = new Noisy();
    Object.defineProperty(Noisy.prototype, 'constructor', { get: () => ran.push('constructor') });
    expect({ ...arriving(message) }).toEqual({ field: 1 });
    expect(ran).toEqual([]);
  });
});
