import { ERROR_KINDS } from './reference/kinds';

const VIEWS = [
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];
const SUPPORTED = [
  ...['Object', 'Array', 'Map', 'Set', 'Date', 'RegExp', 'Number', 'String', 'Boolean', 'BigInt'],
  ...['ArrayBuffer', 'SharedArrayBuffer', ...VIEWS, ...ERROR_KINDS],
  ...['sendable Object', 'sendable Array', 'sendable Map', 'sendable Set', 'sendable RegExp', 'sendable Uint8Array'],
  ...['sendable ArrayBuffer', 'sendable function', 'shared sendable', 'async function', 'builtin root', 'shared part'],
  ...['prototype in the message', 'null prototype', 'transferred buffer', 'arrived'],
];
const REFUSED = [
  ...['Symbol', 'Function', 'Bound Function', 'GeneratorFunction', 'AsyncGeneratorFunction', 'DataView', 'Promise'],
  ...['Proxy', 'WeakMap', 'WeakSet', 'WeakRef', 'JSFinalizationRegistry', 'JSGeneratorObject', 'Arguments'],
  ...['JSAsyncGeneratorObject', 'ArrayIterator', 'MapIterator', 'SetIterator', 'StringIterator', 'RegExpIterator'],
  ...['GlobalObject', 'JSDateTimeFormat', 'JSNumberFormat', 'JSLocale', 'JSCollator', 'JSPluralRules', 'JSListFormat'],
  'JSRelativeTimeFormat',
].map((type) => `Serialize don't support object type: ${type}`);
const OTHER = [
  "Serialize don't support detached array buffer",
  'Serialize PrepareTransfer fail',
  ...['size: arrived', 'size: too big', 'size: unsupported'],
];

/** Counts what was met, beginning with 0 for all that can be. */
export class Coverage {
  private readonly counts = new Map([...SUPPORTED, ...REFUSED, ...OTHER].map((what) => [what, 0]));

  readonly meet = (what: string): void => {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  };

  toRecord(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }
}
