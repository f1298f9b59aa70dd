import fc from 'fast-check';
import { REALM_NAMES } from '../realms';
import type { ListEntry, NodePlan, PartPlan, Plan, PropertyPlan, Slot } from './plan';
import { FIXED, SENDABLE, SUPPORTED } from './supported';
import type { Template } from './template';
import { UNSUPPORTED } from './unsupported';

const MAX_NODES = 12;
const PRIMITIVES = [
  ...['1', '"text"', 'undefined', 'null', 'true', 'false', '0', '-0', 'NaN', 'Infinity', '-1.5', '2 ** 53', '""'],
  ...['"ünï\\ud800"', '10n', '-1n', '"a \\"quoted\\"\\nkey"'],
];
const SYMBOLS = ['Symbol("tag")', 'Symbol.iterator', 'Symbol()'];
const NAMES = [
  ...['a', 'b', 'c', '0', '1', '2', '7', '', 'two words', '__proto__', 'constructor', 'message', 'stack', 'name'],
  ...['lastIndex', 'length', 'size', 'then', 'toJSON', '-1', '300', '4294967295', '1.5', 'ключ', 'byteLength'],
].map((name) => JSON.stringify(name));
const NOT_BUFFERS = [
  ...['null', 'undefined', '1', 'new Uint8Array(8)', 'new DataView(new ArrayBuffer(8))', 'new SharedArrayBuffer(8)'],
  ...['mark(new ArrayBuffer(8))', 'new kit.SharedBuffer(8)', '{}', 'new Proxy(new ArrayBuffer(8), kit.traps)'],
];
const NOT_LISTS = ['{ length: 0 }', 'new Proxy([], kit.traps)', 'new Set()', 'null'];

/** Mostly the first, with a chance of one in `odds` one of the others. */
function rarely<T>(odds: number, mostly: fc.Arbitrary<T>, ...others: fc.Arbitrary<T>[]): fc.Arbitrary<T> {
  const weighted = others.map((arbitrary) => ({ arbitrary, weight: 1 }));
  return fc.oneof({ arbitrary: mostly, weight: (odds - 1) * others.length }, ...weighted);
}

const node: fc.Arbitrary<Slot> = fc.nat(MAX_NODES - 1).map((at) => ({ node: at }));
const primitive: fc.Arbitrary<Slot> = fc.constantFrom(...PRIMITIVES).map((source) => ({ source }));
const symbol: fc.Arbitrary<Slot> = fc.constantFrom(...SYMBOLS).map((source) => ({ source }));
const slot = rarely(120, fc.oneof({ arbitrary: primitive, weight: 2 }, { arbitrary: node, weight: 3 }), symbol);

const property: fc.Arbitrary<PropertyPlan> = fc.record({
  key: rarely(100, fc.constantFrom(...NAMES), fc.constantFrom(...SYMBOLS)),
  value: slot,
  attributes: rarely(3, fc.constant('wec'), fc.constantFrom('', 'w', 'e', 'c', 'we', 'wc', 'ec')),
  accessor: rarely(100, fc.constant(false), fc.constant(true)),
});

const part: fc.Arbitrary<PartPlan> = fc.record({
  key: slot,
  value: slot,
  hole: rarely(6, fc.constant(false), fc.constant(true)),
});

const template: fc.Arbitrary<Template> = fc.oneof(
  { arbitrary: fc.constantFrom(...SUPPORTED), weight: 30 },
  { arbitrary: fc.constantFrom(...SUPPORTED.slice(0, 4)), weight: 25 },
  { arbitrary: fc.constantFrom(...SUPPORTED.filter((made) => made.isBuffer)), weight: 9 },
  { arbitrary: fc.constantFrom(...FIXED), weight: 3 },
  { arbitrary: fc.constantFrom(...SENDABLE), weight: 5 },
  { arbitrary: fc.constantFrom(...UNSUPPORTED), weight: 3 },
);

const nodePlan: fc.Arbitrary<NodePlan> = fc.record({
  template,
  realm: rarely(3, fc.constant('here' as const), fc.constantFrom(...REALM_NAMES)),
  parts: fc.array(part, { maxLength: 4 }),
  properties: fc.array(property, { maxLength: 3 }),
  prototype: rarely<NodePlan['prototype']>(6, fc.constant('its own'), fc.constant('null'), fc.nat(MAX_NODES - 1)),
  closing: rarely(6, fc.constant('open' as const), fc.constantFrom('preventExtensions', 'seal', 'freeze')),
  buffer: fc.nat(3),
});

const buffer = fc.nat(3).map((which) => ({ buffer: which }));
const listEntry: fc.Arbitrary<ListEntry> = rarely<ListEntry>(
  60,
  fc.oneof({ arbitrary: buffer, weight: 9 }, { arbitrary: fc.constant('hole' as const), weight: 1 }),
  fc.constantFrom(...NOT_BUFFERS).map((source) => ({ source })),
);

/** Random messages. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc.record({
  nodes: fc.array(nodePlan, { maxLength: MAX_NODES, size: 'max' }),
  message: rarely(30, fc.constant({ node: 0 }), slot),
  transfer: fc.oneof(
    { arbitrary: fc.constant(undefined), weight: 25 },
    { arbitrary: fc.array(listEntry, { maxLength: 6 }), weight: 25 },
    { arbitrary: fc.constantFrom(...NOT_LISTS).map((source) => ({ source })), weight: 1 },
  ),
  detached: rarely<readonly number[]>(12, fc.constant([]), fc.array(fc.nat(3), { minLength: 1, maxLength: 2 })),
  shareSendables: rarely(4, fc.constant(false), fc.constant(true)),
});
