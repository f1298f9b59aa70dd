import { counterpartOf } from './builtin-roots';
import { FAILED, UNCOMMON } from './clone-result';
import { copyArray } from './copy-array';
import { copyBare } from './copy-bare';
import { copyError } from './copy-error';
import { copyRecord } from './copy-record';
import { copyThoroughly } from './copy-thoroughly';
import { getPrototypeOf, hasOwn, isArray } from './intrinsics';
import { kindOf, type ObjectKind } from './object-kind';
import { hasPrivateFields, refusePrivates } from './private-fields';
import type { Lineage } from './prototypes';
import { SENDABLE } from './sendable';
import { ARRAY, SLOT } from './size';
import { unsupportedType } from './unsupported';
import type { Walk } from './walk';

/** Copies an object that the walk meets for the first time. Its values follow when the walk goes on. */
export function copyObject(walk: Walk, source: object): unknown {
  const { types, prototypes } = walk.receiver;
  if (types.isProxy(source)) return copyProxy(walk, source); // before anything that would run a trap
  const prototype = getPrototypeOf(source) as object | null;
  let copy: unknown = UNCOMMON;
  if (isArray(source)) {
    if (prototype !== null && prototypes.isArray(prototype)) copy = copyArray(walk, source, true);
  } else if (prototype === null ? kindOf(types, source) === 'object' : prototypes.isPlain(prototype))
    copy = copyRecord(walk, source, prototype === null);
  return copy === UNCOMMON ? copyUncommon(walk, source, prototype) : copy;
}

/** The collections of ArkTS that are proxies; any other is refused. */
function copyProxy(walk: Walk, source: object): unknown {
  const elements = walk.receiver.elementsOf?.(source);
  if (elements === undefined) return walk.refuse('Proxy');
  if (walk.shareSendables) return source;
  const items = [...elements.items];
  const copy = elements.around(items);
  walk.bytes += ARRAY + SLOT * items.length;
  walk.identity.add(source, copy);
  walk.openArray(items, undefined);
  return copy;
}

/** Instances of classes, Sendables, builtin objects, and those with an unusual layout. */
function copyUncommon(walk: Walk, source: object, prototype: object | null): unknown {
  const lineage = walk.lineageOf(prototype);
  const bare = lineage.classes.length === 0 ? copyBare(walk, source, lineage.builtin) : UNCOMMON;
  if (bare !== UNCOMMON) return bare;
  const sendable = lineage.sendable || hasOwn(source, SENDABLE);
  if (sendable && walk.shareSendables) return source;
  if (lineage.hasPrivateNames && hasPrivateFields(walk, source, prototype)) return refusePrivates(walk, lineage);
  let copy: unknown = UNCOMMON;
  if (!sendable && prototype !== null) copy = copyInstance(walk, source, prototype, lineage);
  if (copy === UNCOMMON) copy = copyByKind(walk, source, lineage, sendable);
  if (copy !== FAILED && !sendable) walk.noteLostPrototype(lineage.classes);
  return copy;
}

/** The fast paths for instances of the user's classes, which lose their prototype (S-5, S-16). */
function copyInstance(walk: Walk, source: object, prototype: object, lineage: Lineage): unknown {
  if (lineage.classes.length === 0 || walk.identity.find(prototype) !== undefined) return UNCOMMON;
  if (isArray(source)) return lineage.builtin === 'Array' ? copyArray(walk, source, false) : UNCOMMON;
  const isObject = lineage.builtin === 'Object' && kindOf(walk.receiver.types, source) === 'object';
  return isObject ? copyRecord(walk, source, false) : UNCOMMON;
}

/** What builtin roots are, e.g. `Math`, `Array.prototype`, `Number.prototype`. */
const rootKinds: readonly ObjectKind[] = ['object', 'array', 'boxed'];

function copyByKind(walk: Walk, source: object, lineage: Lineage, sendable: boolean): unknown {
  const { types } = walk.receiver;
  const kind = kindOf(types, source);
  if (kind === 'error') return copyError(walk, source, lineage);
  const root = rootKinds.includes(kind) ? counterpartOf(walk.receiver, source) : undefined;
  if (root !== undefined) return root;
  const unsupported = kind === 'object' ? unsupportedType(types, source, lineage) : undefined;
  if (unsupported !== undefined) return walk.refuse(unsupported);
  return copyThoroughly(walk, source, kind, lineage, sendable);
}
