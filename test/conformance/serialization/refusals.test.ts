import { constants, Script } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { anApp } from '../support/an-app';
import { arriving, refusalFrom, refusalOf, unsupported } from '../support/crossing';

class Outer {
  static Nested = class {};
  readonly n = 1;
}

function* generator() {
  yield 1;
}

class WithPrivate {
  readonly #code = 7;
  isOpenedBy(code: number): boolean {
    return code === this.#code;
  }
}

const refused: readonly (readonly [what: string, rules: string, value: unknown, type: string])[] = [
  ['a symbol', 'S-11', Symbol('no'), 'Symbol'],
  ['a symbol as key of a Map', 'S-11', new Map([[Symbol('no'), 1]]), 'Symbol'],
  ['a symbol-keyed property', 'S-15', { [Symbol('key')]: 1 }, 'Symbol'],
  ['a hidden symbol-keyed property', 'S-15', Object.defineProperty({}, Symbol('key'), { value: 1 }), 'Symbol'],
  ['an instance with #private fields', 'S-16', new WithPrivate(), 'Symbol'],
  ['an instance of a subclass of such a class', 'S-16', new (class extends WithPrivate {})(), 'Symbol'],
  ['an own function', 'S-17', { run: () => 0 }, 'Function'],
  ['a class as a value', 'S-17', { nested: Outer.Nested }, 'Function'],
  ['an own getter', 'S-18', Object.defineProperty({}, 'now', { get: () => 1, enumerable: true }), 'Function'],
  ['an own setter', 'S-18', Object.defineProperty([], 'now', { set: () => undefined }), 'Function'],
  ['a DataView', 'S-27', new DataView(new ArrayBuffer(1)), 'DataView'],
  ['a function', 'S-28', () => 0, 'Function'],
  ['a class', 'S-28', Outer, 'Function'],
  ['a bound function', 'S-28', (() => 0).bind(null), 'Bound Function'],
  ['a generator function', 'S-28', generator, 'GeneratorFunction'],
  ['an async generator function', 'S-28', async function* () {}, 'AsyncGeneratorFunction'],
  ['a Promise', 'S-30', Promise.resolve(), 'Promise'],
  ['a Proxy', 'S-30', new Proxy({}, {}), 'Proxy'],
  ['a WeakMap', 'S-30', new WeakMap(), 'WeakMap'],
  ['a WeakSet', 'S-30', new WeakSet(), 'WeakSet'],
  ['a WeakRef', 'S-30', new WeakRef({}), 'WeakRef'],
  ['a FinalizationRegistry', 'S-30', new FinalizationRegistry(() => undefined), 'JSFinalizationRegistry'],
  ['a generator object', 'S-30', generator(), 'JSGeneratorObject'],
  ['an array iterator', 'S-30', [][Symbol.iterator](), 'ArrayIterator'],
  ['a map iterator', 'S-30', new Map().entries(), 'MapIterator'],
  ['a set iterator', 'S-60', new Set().values(), 'SetIterator'],
  ['a string iterator', 'S-60', ''[Symbol.iterator](), 'StringIterator'],
  ['a regexp iterator', 'S-60', 'a'.matchAll(/a/g), 'RegExpIterator'],
  ['an async generator object', 'S-60', (async function* () {})(), 'JSAsyncGeneratorObject'],
  [
    'an arguments object',
    'S-30',
    (function (..._: unknown[]) {
      // biome-ignore lint/complexity/noArguments: it is what is refused
      return arguments;
    })(1),
    'Arguments',
  ],
  ['a date format', 'S-30', new Intl.DateTimeFormat('en'), 'JSDateTimeFormat'],
  ['a number format', 'S-30', new Intl.NumberFormat('en'), 'JSNumberFormat'],
  ['a locale', 'S-60', new Intl.Locale('en'), 'JSLocale'],
  ['a collator', 'S-60', new Intl.Collator('en'), 'JSCollator'],
  ['plural rules', 'S-60', new Intl.PluralRules('en'), 'JSPluralRules'],
  ['a list format', 'S-60', new Intl.ListFormat('en'), 'JSListFormat'],
  ['a relative time format', 'S-60', new Intl.RelativeTimeFormat('en'), 'JSRelativeTimeFormat'],
];

describe('a message that can not be sent', () => {
  it.each(refused)('holds %s [%s]', (_what, _rules, value, type) => {
    expect(refusalOf(value)).toBe(unsupported(type));
    expect(refusalOf({ deep: [new Map([['value', value]])] })).toBe(unsupported(type));
  });

  it('is refused in both directions [S-11, S-17, S-18, S-27, S-28, S-30, S-60]', () => {
    const expressions: Readonly<Record<string, string>> = {
      'Symbol("no")': 'Symbol',
      '{ run() {} }': 'Function',
      '{ get now() { throw new Error("ran"); } }': 'Function',
      'new DataView(new ArrayBuffer(1))': 'DataView',
      '(() => 0).bind(null)': 'Bound Function',
      'new Proxy([], {})': 'Proxy',
      'Promise.reject(1).catch(() => 0)': 'Promise',
      globalThis: 'GlobalObject',
    };
    for (const [expression, type] of Object.entries(expressions)) {
      expect(refusalFrom(expression)).toBe(unsupported(type));
    }
  });

  it('holds the global object [S-30]', () => {
    expect(refusalOf(globalThis)).toBe(unsupported('GlobalObject'));
  });

  it('holds the namespace of a module [S-30]', async () => {
    const importing = new Script('import("node:path")', {
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    const namespace: unknown = await importing.runInThisContext();
    expect(refusalOf(namespace)).toBe(unsupported('ModuleNamespace'));
  });

  it('holds a native function: one of two texts [S-28]', () => {
    expect([unsupported('Function'), unsupported('API Function')]).toContain(refusalOf(Math.max));
  });

  it('holds a worker with handlers, or a port: objects with functions [S-31c]', () => {
    const { worker, url } = anApp({ 'w.ts': '' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    wk.onmessage = () => undefined;
    expect(() => wk.postMessage(wk)).toThrow(unsupported('Function'));
    expect(refusalFrom('worker.workerPort')).toBe(unsupported('Function'));
  });

  it('runs no code of the user but the look-ups on errors [S-2, S-18]', () => {
    const ran: string[] = [];
    const trap = (name: string) => ({ get: () => ran.push(name), enumerable: true });
    const trapped = (): never => {
      ran.push('trap');
      throw new Error('trap');
    };
    const sources: (() => unknown)[] = [
      () => Object.defineProperty({}, 'own', trap('own getter')),
      () => new Proxy({}, { ownKeys: trapped, getPrototypeOf: trapped }),
      () => ({ toJSON: () => ran.push('toJSON') }),
      () => Object.create(Object.defineProperty({}, 'constructor', trap('inherited getter'))),
    ];
    for (const source of sources) {
      const { worker, url } = anApp({ 'w.ts': '' });
      const wk = new worker.ThreadWorker(url('w.ts'));
      try {
        wk.postMessage(source());
      } catch {}
    }
    expect(ran).toEqual([]);
  });

  it('is not sent in part: nothing arrives [S-2]', () => {
    const { worker, url, run, log } = anApp({ 'w.ts': 'worker.workerPort.onmessage = ({ data }) => log(data);' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(() => wk.postMessage([{ fine: true }, () => 0])).toThrow(unsupported('Function'));
    wk.postMessage('next');
    run();
    expect(log).toEqual(['next']);
  });

  it('names the first unsupported value in order; keys and accessors of an object come before its values [S-67]', () => {
    expect(refusalOf([() => 0, Symbol('later')])).toBe(unsupported('Function'));
    expect(refusalOf({ promise: Promise.resolve(), later: () => 0 })).toBe(unsupported('Promise'));
    expect(refusalOf({ promise: Promise.resolve(), [Symbol('key')]: 1 })).toBe(unsupported('Symbol'));
    expect(refusalOf(Object.defineProperty({ proxy: new Proxy({}, {}) }, 'x', { get: () => 1 }))).toBe(
      unsupported('Function'),
    );
  });

  it('holds a buffer that is detached, also behind a typed array [S-25, S-62]', () => {
    const buffer = new ArrayBuffer(8);
    const view = new Uint8Array(buffer);
    structuredClone(buffer, { transfer: [buffer] });
    for (const message of [buffer, view, { deep: [view] }]) {
      expect(refusalOf(message)).toBe("Serialize don't support detached array buffer");
    }
  });

  it('is explained with the class of an instance with #private fields, also from a worker [S-16]', () => {
    const { worker, url } = anApp({ 'w.ts': '' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(() => wk.postMessage({ x: new WithPrivate() })).toThrow(unsupported('Symbol'));
    expect(workers.diagnostics.map(({ summary }) => summary).join('\n')).toContain(
      '$.x is an instance of WithPrivate, which has #private fields',
    );
    expect(refusalFrom('new (class { #a = 1; get b() { return this.#a; } })()')).toBe(unsupported('Symbol'));
  });

  it('is explained with the path inside the value [S-60]', () => {
    const { worker, url } = anApp({ 'w.ts': '' });
    const wk = new worker.ThreadWorker(url('w.ts'));
    expect(() => wk.postMessage({ items: [1, 2, { onClick: () => 0 }] })).toThrow(unsupported('Function'));
    expect(workers.diagnostics.map(({ summary }) => summary).join('\n')).toContain('$.items[2].onClick is a function');
  });
});

describe('an async function in a message', () => {
  it('is no error on the sender; what arrives is a function that can not be called [S-29]', () => {
    const arrived = arriving({ run: async () => 1 });
    expect(typeof arrived.run).toBe('function');
    expect(() => arrived.run()).toThrow();
  });
});
