import type { Identity } from './identity';
import {
  create,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  setPrototypeOf,
} from './intrinsics';
import type { Lineage } from './prototypes';
import { isCommonClass } from './sendable';
import { Ticket } from './ticket';

/** Which prototype a copy gets (S-5, S-52). */
export type PrototypePlan =
  /** That of the object's kind: nothing to do. */
  | { readonly kind: 'builtin' }
  | { readonly kind: 'null' }
  /** The prototype object itself was sent earlier in the message, or all threads have it in common. */
  | { readonly kind: 'there'; readonly prototype: object }
  /** A Sendable keeps its methods: its prototypes are copied, their functions shared. */
  | { readonly kind: 'sendable'; readonly classes: readonly object[]; readonly identity: Identity };

export const BUILTIN: PrototypePlan = { kind: 'builtin' };
const NULL: PrototypePlan = { kind: 'null' };

export function planPrototype(source: object, lineage: Lineage, sendable: boolean, identity: Identity): PrototypePlan {
  const prototype = getPrototypeOf(source) as object | null;
  if (prototype === null) return NULL;
  const { classes } = lineage;
  if (classes.length === 0) return BUILTIN;
  if (sendable)
    return isCommonClass(prototype) ? { kind: 'there', prototype } : { kind: 'sendable', classes, identity };
  const copy = identity.find(prototype);
  return typeof copy === 'object' && copy !== null && !(copy instanceof Ticket)
    ? { kind: 'there', prototype: copy }
    : BUILTIN;
}

export function carryOutPrototype(target: object, plan: PrototypePlan): void {
  switch (plan.kind) {
    case 'builtin':
      break;
    case 'null':
      setPrototypeOf(target, null);
      break;
    case 'there':
      setPrototypeOf(target, plan.prototype);
      break;
    case 'sendable':
      setPrototypeOf(target, copyClasses(plan.classes, getPrototypeOf(target) as object, plan.identity));
      break;
  }
}

/** Copies a chain of prototypes, the one next to the builtin prototype first. One message shares one copy of a class. */
function copyClasses(classes: readonly object[], builtin: object, identity: Identity): object {
  return classes.reduceRight((parent, prototype) => {
    const known = identity.find(prototype);
    if (typeof known === 'object' && known !== null) return known;
    const copy = copyPrototype(prototype, parent);
    identity.add(prototype, copy);
    return copy;
  }, builtin);
}

function copyPrototype(prototype: object, parent: object): object {
  const copy = create(parent) as object;
  for (const key of ownKeys(prototype)) {
    defineProperty(copy, key, getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor);
  }
  return copy;
}
