import { inspect, types } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { type Clone, type CloneOptions, createClone, isSendable, type markSendable } from '../../src/clone';
import type * as CloneGuest from '../../src/clone/guest';
import { arriving, failing, successOf, unsupported } from './outcome';

function codeOf(door: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [require.resolve(door)],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2022',
  });
  return `(() => { const module = { exports: {} }; ${outputFiles[0]?.text}; return module.exports; })()`;
}

const guestCode = codeOf('../../src/clone/guest/index.ts');

interface Realm {
  /** Copies into the realm; its code is the test's. */
  readonly clone: Clone;
  evaluate(source: string): unknown;
}

function aRealm(): Realm {
  const context = createContext();
  const evaluate = (source: string): unknown => runInContext(source, context);
  const { createRealmMakers } = evaluate(guestCode) as typeof CloneGuest;
  return { evaluate, clone: createClone({ types, structuredClone, inspect }, createRealmMakers()) };
}

/** What arrives in the realm, and the names of those of its parts that are not of the realm. */
function sendInto(realm: Realm, message: unknown, options?: CloneOptions): unknown {
  return successOf(realm.clone(message, options)).value;
}

const messageSource = `(() => {
  class Point { constructor() { this.x = 1; } norm() {} }
  const shared = { deep: [[1], { a: {} }] };
  return {
    object: { a: 1 }, empty: {}, large: Object.fromEntries(Array.from({ length: 100 }, (_, i) => ['k' + i, i])),
    array: [1, [2]], holey: Object.assign(new Array(3), { 1: {} }), extra: Object.assign([1], { extra: {} }),
    frozen: Object.freeze({ a: Object.freeze([1]) }), hidden: Object.defineProperty({}, 'hidden', { value: {} }),
    instance: new Point(), map: new Map([[{}, {}]]), set: new Set([[]]), date: new Date(0), regexp: /x/g,
    number: new Number(1), string: new String('s'), boolean: new Boolean(true), bigint: Object(1n),
    error: new TypeError('boom'), aggregate: new AggregateError([], 'many'),
    buffer: new ArrayBuffer(4), memory: new SharedArrayBuffer(4), bytes: new Uint8Array(4), doubles: new Float64Array(2),
    load: async () => 1, shared, again: shared, bare: Object.assign(Object.create(null), { list: [{}] }),
    late: new Map([[[new RangeError('x')], new Set([Object.freeze([{ views: [new BigInt64Array(1), new Int8Array(1)] }])])]]),
    list: new (class List extends Array {})(), sealed: Object.seal([{}]), big: new Array(300).fill([{}]),
  };
})()`;

/** Checks in a realm that all of a value belongs to it. Answers the paths of what doesn't. */
const strangersSource = `((value) => {
  const own = new Set([Object, Array, Map, Set, Date, RegExp, Number, String, Boolean, BigInt, TypeError, RangeError, AggregateError,
    ArrayBuffer, SharedArrayBuffer, Uint8Array, Float64Array, Int8Array, BigInt64Array, Function].map((type) => type.prototype)).add(null);
  const strangers = [], seen = new Set();
  (function visit(value, path) {
    if (Object(value) !== value || seen.has(value)) return;
    seen.add(value);
    if (!own.has(Object.getPrototypeOf(value))) strangers.push(path);
    if (ArrayBuffer.isView(value)) return visit(value.buffer, path + '.buffer');
    if (typeof value === 'function') return;
    for (const key of Reflect.ownKeys(value)) visit(value[key], path + '.' + String(key));
    if (value instanceof Map) for (const entry of value) { visit(entry[0], path + '<key>'); visit(entry[1], path + '<value>'); }
    if (value instanceof Set) for (const member of value) visit(member, path + '<member>');
  })(value, '$');
  return strangers.join();
})`;

function strangersIn(realm: Realm, value: unknown): string {
  return (realm.evaluate(strangersSource) as (value: unknown) => string)(value);
}

describe('what arrives in a realm', () => {
  it.each([
    // biome-ignore lint/security/noGlobalEval: the same source is evaluated in this realm and in others
    ['the test', (): unknown => globalThis.eval(messageSource)],
    ['another realm', (): unknown => aRealm().evaluate(messageSource)],
  ])('belongs to it, sent from %s [S-5]', (_sender, makeMessage) => {
    const realm = aRealm();
    const message = makeMessage();
    expect(strangersIn(realm, message)).not.toBe('');
    expect(strangersIn(realm, sendInto(realm, message))).toBe('');
  });

  it('belongs to it if it comes from that realm itself, and is new [S-4]', () => {
    const realm = aRealm();
    const message = realm.evaluate(messageSource);
    const arrived = sendInto(realm, message);
    expect(arrived).not.toBe(message);
    expect(strangersIn(realm, arrived)).toBe('');
  });

  it('belongs to the test if it comes from another realm: to its global properties [S-5]', () => {
    const arrived = arriving(
      aRealm().evaluate('({ list: [1], bytes: new Uint8Array(2), map: new Map(), error: new RangeError("x") })'),
    ) as { list: number[]; bytes: Uint8Array; map: object; error: Error };
    expect(arrived).toBeInstanceOf(Object);
    expect(arrived.list).toBeInstanceOf(Array);
    expect(arrived.bytes).toBeInstanceOf(Uint8Array);
    expect(arrived.bytes.buffer).toBeInstanceOf(ArrayBuffer);
    expect(arrived.map).toBeInstanceOf(Map);
    expect(arrived.error).toBeInstanceOf(RangeError);
  });

  it('belongs to it when transferred [S-34]', () => {
    const realm = aRealm();
    const bytes = new Uint8Array([1, 2]);
    const arrived = sendInto(realm, { bytes, buffer: bytes.buffer }, { transfer: [bytes.buffer] });
    expect(strangersIn(realm, arrived)).toBe('');
    expect(bytes.length).toBe(0);
  });

  it('has roots of that realm [S-4]', () => {
    const realm = aRealm();
    const [math, plain] = sendInto(realm, [Math, Object.prototype]) as unknown[];
    expect(math).toBe(realm.evaluate('Math'));
    expect(plain).toBe(realm.evaluate('Object.prototype'));
  });

  it('is a Sendable whose chain ends in that realm, if another realm marked it [S-52]', () => {
    const sender = aRealm();
    const receiver = aRealm();
    const Counter = sender.evaluate(
      '(class Counter { count = 0; increment() { return ++this.count; } })',
    ) as new () => {
      increment(): number;
    };
    const elsewhere = sender.evaluate(codeOf('../../src/clone/index.ts')) as { markSendable: typeof markSendable };
    elsewhere.markSendable(Counter);
    const message = new Counter();
    const arrived = sendInto(receiver, message) as typeof message;
    expect(arrived.increment()).toBe(1);
    expect(isSendable(arrived)).toBe(true);
    expect(Object.getPrototypeOf(Object.getPrototypeOf(arrived))).toBe(receiver.evaluate('Object.prototype'));
    expect(sendInto(receiver, message, { shareSendables: true })).toBe(message);
  });

  it('can be an error of a class of another realm [S-13]', () => {
    const message = aRealm().evaluate('new (class MyError extends RangeError {})("boom")') as Error;
    const arrived = arriving(message);
    expect(Object.getPrototypeOf(arrived)).toBe(RangeError.prototype);
    expect([arrived.message, arrived.stack]).toEqual(['boom', message.stack]);
  });

  it.each([
    ['globalThis', 'GlobalObject'],
    ['[].values()', 'ArrayIterator'],
    ['new WeakRef({})', 'WeakRef'],
    ['(function () { return arguments; })()', 'Arguments'],
    ['new Intl.NumberFormat()', 'JSNumberFormat'],
    ['new Proxy([], {})', 'Proxy'],
  ])('fails for %s of another realm [S-30]', (source, type) => {
    expect(failing(aRealm().evaluate(source)).reason).toBe(unsupported(type));
  });

  it('is not at the mercy of what user code did to the builtins of the realm [S-2]', () => {
    const realm = aRealm();
    realm.evaluate(`
      const { ownKeys } = Reflect;
      for (const type of [Object, Array, Map, Set, Reflect]) {
        for (const name of ownKeys(type)) if (name !== 'prototype') delete type[name];
      }
      for (const type of [Map, Set, Date]) {
        for (const name of ['set', 'add', 'forEach', 'getTime']) delete type.prototype[name];
      }
      Map = Set = Date = Error = undefined;
    `);
    const message = {
      list: [1, {}],
      map: new Map([[1, {}]]),
      set: new Set([1]),
      date: new Date(0),
      error: new Error(),
    };
    expect(realm.clone(message).ok).toBe(true);
  });
});
