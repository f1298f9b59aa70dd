import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { arriving, failing, unsupported } from './outcome';

/** Short arrays are looked at closely, longer ones quickly, the longest with the help of Node's inspect. */
const lengths = [3, 20, 2_000];

const filled = (length: number): number[] => new Array<number>(length).fill(7);
const accessor = { reason: unsupported('Function'), path: '$[1]', what: 'an accessor property' };

describe.each(lengths)('an array of %d elements', (length) => {
  it.each<[string, PropertyDescriptor]>([
    ['getter', { get: () => 7, enumerable: true, configurable: true }],
    ['setter', { set: () => undefined, enumerable: true, configurable: true }],
    ['permanent setter', { set: () => undefined, enumerable: true, configurable: false }],
  ])('fails for a %s at an index [S-18]', (_what, descriptor) => {
    expect(failing(Object.defineProperty(filled(length), 1, descriptor))).toEqual(accessor);
  });

  it('fails for an accessor with a name, and for a symbol key [S-15, S-18]', () => {
    const named = Object.defineProperty(filled(length), 'now', { get: () => 1, enumerable: true });
    expect(failing(named)).toEqual({ ...accessor, path: '$.now' });
    expect(failing(Object.assign(filled(length), { [Symbol('tag')]: 1 })).path).toBe('$[Symbol(tag)]');
  });

  it('keeps names beside elements, with what they hold and their attributes [S-19]', () => {
    const shared = { id: 1 };
    const message = Object.assign(filled(length), { total: length, first: shared, 4294967295: 'no index' });
    const arrived = arriving([
      Object.defineProperty(message, 'fixed', { value: 1, enumerable: true }),
      shared,
    ] as const);
    expect(Object.getOwnPropertyDescriptors(arrived[0])).toEqual(Object.getOwnPropertyDescriptors(message));
    expect(arrived[0].first).toBe(arrived[1]);
  });

  it('runs no code of what its names hold: the message fails for a proxy, whatever its traps do [S-2, S-30]', () => {
    const trap = (): never => {
      throw new Error('ran');
    };
    const proxy = new Proxy({}, { get: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap, ownKeys: trap });
    expect(failing(Object.assign(filled(length), { proxy })).reason).toBe(unsupported('Proxy'));
  });

  it('keeps hidden names and fails for hidden accessors, at any place of the message [S-18, S-19]', () => {
    const before = Array.from({ length: 30 }, () => [1, 2]);
    const hidden = Object.defineProperty(filled(length), 'hidden', { value: { deep: 1 }, configurable: true });
    const arrived = arriving([...before, Object.assign(hidden, { shown: 1, 'two words': 2 })]);
    expect(Object.getOwnPropertyDescriptors(arrived[30])).toEqual(Object.getOwnPropertyDescriptors(hidden));
    const trapped = Object.defineProperty(filled(length), 'now', { get: () => 1 });
    expect(failing([...before, trapped])).toEqual({ ...accessor, path: '$[30].now' });
  });

  it('keeps holes, undefined values and the length, whatever the prototype has at the holes [S-19]', () => {
    const fill = runInNewContext(`
      for (const at of [0, 2]) Object.defineProperty(Array.prototype, at, { get: () => 'inherited', configurable: true });
      (length) => { const list = new Array(length); return Object.defineProperties(list, Object.fromEntries(
        Array.from({ length: length - 2 }, (_, i) => [i + 1, { value: i === 0 ? undefined : 7, writable: true, enumerable: true, configurable: true }]))); }
    `) as (length: number) => unknown[];
    const message = fill(length);
    const arrived = arriving(message);
    expect([Object.hasOwn(arrived, 0), Object.hasOwn(arrived, 1), arrived.length]).toEqual([false, true, length]);
    expect(Object.keys(arrived)).toEqual(Object.keys(message));
  });

  it.each([Object.freeze, Object.seal, Object.preventExtensions])('stays locked: %p [S-14]', (lock) => {
    const message: { shared: object[] } = { shared: lock([{ id: 1 }, ...filled(length)]) as object[] };
    const { shared } = arriving(message);
    expect(Object.getOwnPropertyDescriptors(shared)).toEqual(Object.getOwnPropertyDescriptors(message.shared));
    expect([Object.isFrozen(shared), Object.isSealed(shared), Object.isExtensible(shared)]).toEqual([
      Object.isFrozen(message.shared),
      Object.isSealed(message.shared),
      false,
    ]);
  });
});

describe('an array', () => {
  it('keeps the attributes of elements, if it is short [S-14]', () => {
    const message = Object.defineProperties([1, 2, 3], { 0: { writable: false }, 2: { configurable: false } });
    expect(Object.getOwnPropertyDescriptors(arriving(message))).toEqual(Object.getOwnPropertyDescriptors(message));
  });

  it('keeps what an accessor without getter and setter is: a failure [S-18]', () => {
    expect(failing({ none: Object.defineProperty({}, 'a', { get: undefined, enumerable: true } as object) }).path).toBe(
      '$.none.a',
    );
  });

  it('is moved into with its buffers when it is frozen and has names [S-34]', () => {
    const buffer = new Uint8Array([1]).buffer;
    const message = Object.freeze(Object.assign([buffer], { buffer }));
    const arrived = arriving(message, { transfer: [buffer] });
    expect(arrived[0]).toBe(arrived.buffer);
    expect([Object.isFrozen(arrived), arrived.buffer.byteLength]).toEqual([true, 1]);
  });
});

describe('the path of a failure', () => {
  const bad = (): void => {};
  it.each<[string, unknown, string]>([
    ['an element', { items: [0, 1, { onClick: bad }] }, '$.items[2].onClick'],
    ['a named property of an array', Object.assign([1], { go: bad }), '$.go'],
    ['a named property of a long array', Object.assign(filled(2_000), { go: { on: bad } }), '$.go.on'],
    ['a Map key', new Map([[{ in: bad }, 1]]), '$.keys()[0].in'],
    ['a Map value', new Map([[7, [bad]]]), '$.get(7)[0]'],
    ['a property of a Map', Object.assign(new Map([[1, 1]]), { go: bad }), '$.go'],
    ['a Set entry', new Set([1, { in: bad }]), '$.values()[1].in'],
    ['a hidden property', Object.defineProperty({}, 'hidden', { value: { in: bad } }), '$.hidden.in'],
    ['a property of a typed array', { view: Object.assign(new Uint8Array(2), { go: bad }) }, '$.view.go'],
    [
      'a property of the buffer of a typed array',
      [new Uint8Array(Object.assign(new ArrayBuffer(1), { go: bad }))],
      '$[0].buffer.go',
    ],
    ['a property of a Date', [Object.assign(new Date(0), { go: bad })], '$[0].go'],
    ['a frozen object', Object.freeze({ a: Object.freeze([bad]) }), '$.a[0]'],
  ])('leads to %s [S-60]', (_what, message, path) => {
    expect(failing(message).path).toBe(path);
  });
});

it.each(lengths)('an array of %d elements does nothing with what a name holds before its turn [S-2]', (length) => {
  const ran: string[] = [];
  class Odd {
    static [Symbol.hasInstance](): boolean {
      return ran.push('hasInstance') > 0;
    }
    get [Symbol.toStringTag](): string {
      return String(ran.push('toStringTag'));
    }
  }
  const message = Object.assign(filled(length), { odd: new Odd(), self: undefined as unknown, bad: new Error('x') });
  message.self = message;
  const arrived = arriving(message);
  expect([arrived.odd, arrived.self, ran]).toEqual([{}, arrived, []]);
});
