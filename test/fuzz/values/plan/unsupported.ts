import { each, type Template } from './template';

/** Makes what the platform's encoder refuses wherever it stands. */
export const UNSUPPORTED: readonly Template[] = each(
  [
    ...['() => {}', 'function named() {}', 'class Type {}', 'Math.max', 'Map', '({ method() {} }).method'],
    ...['(() => {}).bind(null)', 'Math.max.bind(null)', 'function* () {}', 'async function* () {}', 'kit.Point'],
    ...['Object(Symbol("tag"))', 'new DataView(new ArrayBuffer(8))', 'Promise.resolve(1)', '(async () => 1)()'],
    ...['new Proxy({}, kit.traps)', 'new Proxy([], kit.traps)', 'new Proxy(() => {}, kit.traps)'],
    ...['new WeakMap()', 'new WeakSet()', 'new WeakRef({})', 'new FinalizationRegistry(() => {})'],
    ...['(function* () {})()', '(async function* () {})()', '(function () { return arguments; })(1, {})'],
    ...['(function () { "use strict"; return arguments; })()', 'globalThis'],
    ...['[].values()', 'new Map().entries()', 'new Set().values()', '"a"[Symbol.iterator]()', '"a".matchAll(/a/g)'],
    ...['new Intl.DateTimeFormat()', 'new Intl.NumberFormat()', 'new Intl.Locale("en")', 'new Intl.Collator()'],
    ...['new Intl.PluralRules()', 'new Intl.ListFormat()', 'new Intl.RelativeTimeFormat()'],
  ],
  { fixed: true },
);
