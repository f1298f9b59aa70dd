import type { Class, Library } from './library';

type EngineView = new (source: unknown, byteOffset?: unknown, length?: unknown) => ArrayBufferView & ArrayLike<unknown>;

const kinds = [
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
];
const enginePrototype = Object.getPrototypeOf(Uint8Array.prototype) as object;

const reading = ['at', 'entries', 'includes', 'indexOf', 'join', 'keys', 'lastIndexOf', 'slice', 'subarray'];
const printing = ['toLocaleString', 'toString', 'values'];
const calling = ['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'forEach', 'map', 'reduce'];
const writing = ['copyWithin', 'fill', 'reverse', 'set', 'sort'];

/** `collections.ArrayBuffer`: an engine's ArrayBuffer with a prototype of its own. */
export function createSharedBuffer(library: Library): Class {
  const type = library.defineClass('ArrayBuffer', ([length], target) =>
    Object.preventExtensions(Reflect.construct(ArrayBuffer, [length], target) as object),
  );
  defineSpecies(type);
  library.borrowMethods(type, 'reads', ArrayBuffer.prototype, ['slice']);
  library.borrowGetters(type, ArrayBuffer.prototype, ['byteLength']);
  return type;
}

/** `collections.Int8Array` and so on, whose memory is always a `collections.ArrayBuffer`. */
export function createSharedViews(library: Library, SharedBuffer: Class): Record<string, Class> {
  const engine = globalThis as unknown as Record<string, EngineView>;
  return Object.fromEntries(
    kinds.map((name) => [name, createSharedView(library, name, engine[name] as EngineView, SharedBuffer)]),
  );
}

function createSharedView(library: Library, name: string, Engine: EngineView, SharedBuffer: Class): Class {
  const type = library.defineClass(name, (args, target) => {
    const [source] = args;
    if (source instanceof SharedBuffer) return Object.preventExtensions(Reflect.construct(Engine, args, target));
    const filled = new Engine(source ?? 0);
    const buffer: unknown = Reflect.construct(SharedBuffer, [filled.byteLength]);
    const made = Reflect.construct(Engine, [buffer], target) as Uint8Array;
    Uint8Array.prototype.set.call(made, filled as unknown as ArrayLike<number>);
    return Object.preventExtensions(made);
  });
  const width: unknown = Reflect.get(Engine, 'BYTES_PER_ELEMENT');
  const from = (source: ArrayLike<unknown>, map?: (value: unknown, at: number) => unknown): object =>
    Reflect.construct(type, [map === undefined ? Array.from(source) : Array.from(source, map)]);
  library.defineStatics(type, { BYTES_PER_ELEMENT: width, from, of: (...items: unknown[]) => from(items) });
  Object.defineProperty(type.prototype, 'BYTES_PER_ELEMENT', { value: width });
  defineSpecies(type);
  library.borrowMethods(type, 'reads', enginePrototype, [...reading, ...printing]);
  library.borrowMethods(type, 'iterates', enginePrototype, [...calling, 'reduceRight', 'some']);
  library.borrowMethods(type, 'writes', enginePrototype, writing);
  library.borrowGetters(type, enginePrototype, ['buffer', 'byteLength', 'byteOffset', 'length']);
  library.defineIterator(type, 'values');
  return type;
}

/** What the engine's methods make is of the same class. */
function defineSpecies(type: Class): void {
  Object.defineProperty(type, Symbol.species, { value: type });
}
