import { each, type Template } from './template';

const ERRORS = [...['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']].map(
  (kind) => `new ${kind}('boom', { cause: () => {} })`,
);

const VIEWS = [
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
].flatMap((kind) => [`view(${kind}, BUFFER, 0, undefined)`, `view(${kind}, BUFFER, 8, 1)`]);

/** Makes what the platform's encoder takes. The simplest first: that is where shrinking ends. */
export const SUPPORTED: readonly Template[] = [
  ...each(['{}']),
  ...each(['[]'], { holds: 'elements' }),
  ...each(['new Map()'], { holds: 'entries' }),
  ...each(['new Set()'], { holds: 'members' }),
  ...each(['Object.create(null)', 'new kit.Point()', 'Object.create({ get inherited() { return ran("getter"); } })']),
  ...each(['new Array(3)', 'new kit.Stack()'], { holds: 'elements' }),
  ...each(['new kit.Registry()'], { holds: 'entries' }),
  ...each(['new kit.Tags()'], { holds: 'members' }),
  ...each(['Array.from({ length: 20 }, (_, i) => i)', 'new Array(200)'], { holds: 'elements' }),
  ...each(['Object.fromEntries(Array.from({ length: 70 }, (_, i) => ["k" + i, i]))']),
  ...each(['new Date(86400000)', 'new Date(NaN)', 'new kit.Moment(-1)']),
  ...each(['/x/', '/a(?<b>b)\\//dgimsuy', '/[\\p{L}--[a-z]]/v', 'new kit.Pattern("", "g")']),
  ...each(['new Number(-0)', 'new Boolean(false)', 'Object(7n)', 'new String("ab")', 'new String("")']),
  ...each(['new kit.Count(NaN)', 'new kit.Text("xyz")', 'new kit.Flag(true)']),
  ...each([...ERRORS, 'new Error()', 'new AggregateError([new Error("one"), () => {}], "many")']),
  ...each(['new kit.ConfigError("x")', 'new kit.DerivedError("x")']),
  ...each(['Object.defineProperty(new Error("x"), "message", { get() { ran("message"); return "computed"; } })']),
  ...each(['Object.defineProperty(new TypeError("x"), "message", { get() { ran("message"); throw new Error(); } })']),
  ...each(['Object.defineProperty(new TypeError("x"), "stack", { get() { ran("stack"); return "at home"; } })']),
  ...each(['Object.defineProperty(new Error("x"), "stack", { get() { ran("stack"); throw new Error(); } })']),
  ...each(['Object.assign(new URIError("x"), { stack: 7 })', 'Object.assign(new Error("x"), { message: { a: 1 } })']),
  ...each(['fill(new ArrayBuffer(16))', 'new ArrayBuffer(0)', 'fill(new kit.Chunk(24))'], { isBuffer: true }),
  ...each(['fill(new ArrayBuffer(8, { maxByteLength: 32 }))'], { isBuffer: true }),
  ...each(['fill(new SharedArrayBuffer(16))', 'new SharedArrayBuffer(0)'], { isBuffer: true }),
  ...each(['fill(new SharedArrayBuffer(8, { maxByteLength: 32 }))'], { isBuffer: true }),
  ...each([...VIEWS, 'view(kit.Bytes, BUFFER, 8, 3)', 'view(Uint8Array, BUFFER, 3, 0)'], { onBuffer: true }),
  ...each(['Object.create(Map.prototype)', 'Object.create(Date.prototype)', 'Object.create(Error.prototype)']),
  ...each(['Object.create(Array.prototype)', 'Object.create(Promise.prototype)', 'Object.create(DataView.prototype)']),
  ...each(['Object.create(Uint8Array.prototype)', 'Object.create(Set.prototype)', 'Object.create(function () {})']),
  ...each(['Object.create(new Proxy({}, kit.traps))'], { keepsPrototype: true }),
];

/** Makes what arrives as something that the sender has, or that the rules leave open. */
export const FIXED: readonly Template[] = each(
  [
    ...['Math', 'JSON', 'Reflect', 'Atomics', 'Object.prototype', 'Array.prototype', 'Map.prototype'],
    ...['Date.prototype', 'Error.prototype', 'Promise.prototype', 'Uint8Array.prototype', 'RegExp.prototype'],
    ...['async () => 1', 'async function load() {}'],
  ],
  { fixed: true },
);

/** Makes Sendables (S-52 to S-57). */
export const SENDABLE: readonly Template[] = [
  ...each(['mark({})', 'new kit.Counter()', 'new kit.SpecialCounter()', 'mark(new kit.Marked())', 'mark(/x/g)'], {
    keepsPrototype: true,
  }),
  ...each(['mark([])', 'new kit.SharedList()'], { holds: 'elements', keepsPrototype: true }),
  ...each(['mark(new Map())', 'new kit.SharedMap()'], { holds: 'entries', keepsPrototype: true }),
  ...each(['new kit.SharedSet()'], { holds: 'members', keepsPrototype: true }),
  ...each(['view(kit.SharedBytes, BUFFER, 8, 2)'], { onBuffer: true, keepsPrototype: true }),
  ...each(['mark(fill(new ArrayBuffer(8)))', 'fill(new kit.SharedBuffer(8))'], {
    isBuffer: true,
    keepsPrototype: true,
  }),
  ...each(['mark(() => 1)', 'mark(async () => 1)', 'kit.Counter', 'mark(function* () {})'], { fixed: true }),
];
