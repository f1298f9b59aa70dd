import { getOwnPropertyDescriptor, hasOwn, toStringTag } from './intrinsics';
import { isNative } from './prototypes';
import type { Receiver } from './receiver';

/** The namespace objects of ECMAScript, and a function that each has. */
const namespaces: { readonly [tag: string]: string } = {
  __proto__: null as never,
  Math: 'abs',
  JSON: 'parse',
  Reflect: 'apply',
  Atomics: 'load',
  Intl: 'getCanonicalLocales',
};

/** Builtin roots, such as `Math` and `Object.prototype`, aren't copied but map to the receiver's own (S-4). */
export function counterpartOf({ makers, prototypes }: Receiver, source: object): unknown {
  const tag: unknown = hasOwn(source, toStringTag) ? getOwnPropertyDescriptor(source, toStringTag)?.value : undefined;
  const probe = typeof tag === 'string' ? namespaces[tag] : undefined;
  if (probe !== undefined) {
    const member: unknown = getOwnPropertyDescriptor(source, probe)?.value;
    return typeof member === 'function' && isNative(member) ? makers.global(String(tag)) : undefined;
  }
  const name = hasOwn(source, 'constructor') ? prototypes.builtinName(source) : undefined;
  const builtin = name === undefined ? undefined : makers.global(name);
  return typeof builtin === 'function' ? builtin.prototype : undefined;
}
