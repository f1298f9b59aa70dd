import { getOwnPropertyDescriptor, realmGlobal, toStringTag } from './intrinsics';
import { isNative, type Prototypes } from './prototypes';

/** The namespace objects of ECMAScript, and a function that each has. */
const namespaces: { readonly [tag: string]: string } = {
  __proto__: null as never,
  Math: 'abs',
  JSON: 'parse',
  Reflect: 'apply',
  Atomics: 'load',
  Intl: 'getCanonicalLocales',
};

/** Builtin roots, such as `Math` and `Object.prototype`, aren't copied but map to this realm's own (S-4). */
export function counterpartOf(prototypes: Prototypes, source: object): unknown {
  const tag: unknown = getOwnPropertyDescriptor(source, toStringTag)?.value;
  const probe = typeof tag === 'string' ? namespaces[tag] : undefined;
  if (probe !== undefined) {
    const member: unknown = getOwnPropertyDescriptor(source, probe)?.value;
    return typeof member === 'function' && isNative(member) ? realmGlobal(String(tag)) : undefined;
  }
  const name = prototypes.builtinName(source);
  const builtin = name === undefined ? undefined : realmGlobal(name);
  return typeof builtin === 'function' ? builtin.prototype : undefined;
}
