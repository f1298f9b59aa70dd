import { types } from 'node:util';
import type { Builtins } from './builtins';
import { getterOf } from './getter';

/** By the builtin that an object inherits from: its name on the platform, and a method that throws without the brand. */
const BRANDED: Readonly<Record<string, readonly [type: string, method: (this: never, ...args: never[]) => unknown]>> = {
  DataView: ['DataView', getterOf(DataView.prototype, 'buffer')],
  WeakRef: ['WeakRef', WeakRef.prototype.deref],
  FinalizationRegistry: ['JSFinalizationRegistry', FinalizationRegistry.prototype.unregister],
  'Intl.DateTimeFormat': ['JSDateTimeFormat', Intl.DateTimeFormat.prototype.resolvedOptions],
  'Intl.NumberFormat': ['JSNumberFormat', Intl.NumberFormat.prototype.resolvedOptions],
  'Intl.Collator': ['JSCollator', Intl.Collator.prototype.resolvedOptions],
  'Intl.PluralRules': ['JSPluralRules', Intl.PluralRules.prototype.resolvedOptions],
  'Intl.ListFormat': ['JSListFormat', Intl.ListFormat.prototype.resolvedOptions],
  'Intl.RelativeTimeFormat': ['JSRelativeTimeFormat', Intl.RelativeTimeFormat.prototype.resolvedOptions],
  'Intl.Locale': ['JSLocale', Intl.Locale.prototype.toString],
};

/** The platform's name for an object that its encoder refuses for its type (S-11, S-27, S-30, S-60). */
export function unsupportedKind(value: object, builtins: Builtins): string | undefined {
  if (types.isSymbolObject(value)) return 'Symbol';
  if (types.isPromise(value)) return 'Promise';
  if (types.isWeakMap(value)) return 'WeakMap';
  if (types.isWeakSet(value)) return 'WeakSet';
  if (types.isGeneratorObject(value)) return isAsync(value) ? 'JSAsyncGeneratorObject' : 'JSGeneratorObject';
  if (types.isArgumentsObject(value)) return 'Arguments';
  if (types.isModuleNamespaceObject(value)) return 'ModuleNamespace';
  if (builtins.isGlobalObject(value)) return 'GlobalObject';
  return builtins.iteratorKind(value) ?? brandedKind(value, builtins);
}

/** The platform's names for a function that its encoder refuses (S-28); native ones may have either of two. */
export function unsupportedFunction(value: object): readonly string[] {
  if (types.isGeneratorFunction(value))
    return [types.isAsyncFunction(value) ? 'AsyncGeneratorFunction' : 'GeneratorFunction'];
  const text = Function.prototype.toString.call(value);
  if (text === 'function () { [native code] }' && Object.getPrototypeOf(value) !== null) return ['Bound Function'];
  return text.endsWith('{ [native code] }') ? ['Function', 'API Function'] : ['Function'];
}

function isAsync(generator: object): boolean {
  return Symbol.asyncIterator in generator;
}

function brandedKind(value: object, builtins: Builtins): string | undefined {
  const [type, method] = BRANDED[builtins.nearestKind(value) ?? ''] ?? [];
  if (type === undefined || method === undefined) return undefined;
  try {
    Reflect.apply(method, value, [{}]);
    return type;
  } catch {
    return undefined;
  }
}
