import { types } from 'node:util';

const KINDS = [
  ...['Object', 'Array', 'Map', 'Set', 'Date', 'RegExp', 'Number', 'String', 'Boolean', 'BigInt'],
  ...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'AggregateError'],
  ...[
    'ArrayBuffer',
    'SharedArrayBuffer',
    'DataView',
    'Promise',
    'WeakMap',
    'WeakSet',
    'WeakRef',
    'FinalizationRegistry',
  ],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...[
    'Intl.DateTimeFormat',
    'Intl.NumberFormat',
    'Intl.Collator',
    'Intl.PluralRules',
    'Intl.ListFormat',
    'Intl.Locale',
  ],
  ...['Intl.RelativeTimeFormat', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
] as const;
const NAMESPACES = ['Math', 'JSON', 'Reflect', 'Atomics', 'Intl'] as const;
const ITERATORS: Readonly<Record<string, string>> = {
  ArrayIterator: '[].values()',
  MapIterator: 'new Map().keys()',
  SetIterator: 'new Set().keys()',
  StringIterator: "''[Symbol.iterator]()",
  RegExpIterator: "'a'.matchAll(/a/g)",
};

/** Knows an object of any realm for the builtin that it is, and the receiver's object of that name (S-4, S-5). */
export class Builtins {
  private readonly names = new Map<object, string>();
  private readonly iteratorKinds = new Map<object, string>();
  private readonly globals = new Set<object>();

  /** @param realms evaluate in each of the realms @param receiver evaluates in the one that copies belong to */
  constructor(
    realms: readonly ((source: string) => unknown)[],
    private readonly receiver: (source: string) => unknown,
  ) {
    for (const evaluate of realms) {
      for (const name of KINDS) this.names.set(evaluate(`${name}.prototype`) as object, `${name}.prototype`);
      for (const name of NAMESPACES) this.names.set(evaluate(name) as object, name);
      for (const [kind, source] of Object.entries(ITERATORS)) {
        this.iteratorKinds.set(Object.getPrototypeOf(evaluate(source)), kind);
      }
      this.globals.add(evaluate('globalThis') as object);
    }
  }

  private readonly found = new Map<string, unknown>();

  /** The receiver's value of an expression. */
  own(source: string): unknown {
    if (!this.found.has(source)) this.found.set(source, this.receiver(source));
    return this.found.get(source);
  }

  /** The receiver's own object for a builtin root of any realm (S-4). */
  rootFor(object: object): object | undefined {
    const name = this.names.get(object);
    return name === undefined ? undefined : (this.own(name) as object);
  }

  /** `TypeError` for what inherits from the `TypeError.prototype` of any realm, before it does from another builtin's. */
  nearestKind(object: object, among: readonly string[] = KINDS): string | undefined {
    let at: object | null = Object.getPrototypeOf(object);
    while (at !== null && !types.isProxy(at)) {
      const kind = this.names.get(at)?.replace('.prototype', '');
      if (kind !== undefined && among.includes(kind)) return kind;
      at = Object.getPrototypeOf(at);
    }
    return undefined;
  }

  /** An object of a builtin kind in the receiver. */
  make(kind: string, ...args: unknown[]): object {
    const Kind = this.own(kind) as new (...args: unknown[]) => object;
    return new Kind(...args);
  }

  iteratorKind(object: object): string | undefined {
    const prototype: object | null = Object.getPrototypeOf(object);
    return prototype === null ? undefined : this.iteratorKinds.get(prototype);
  }

  isGlobalObject(object: object): boolean {
    return this.globals.has(object);
  }
}
