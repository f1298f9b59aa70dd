import { counterpartOf } from './builtin-roots';
import { FAILED, UNCOMMON } from './clone-result';
import { copyError } from './copy-error';
import { copyArray, copyRecord } from './copy-record';
import { copyThoroughly } from './copy-thoroughly';
import { getPrototypeOf, hasOwn, isArray } from './intrinsics';
import type { Lineage } from './prototypes';
import { SENDABLE } from './sendable';
import { unsupportedType } from './unsupported';
import type { Walk } from './walk';

/** Copies an object that the walk meets for the first time. Its values follow when the walk goes on. */
export function copyObject(walk: Walk, source: object): unknown {
  const { types, prototypes } = walk.receiver;
  if (types.isProxy(source)) return walk.refuse('Proxy'); // before anything that would run a trap
  const prototype = getPrototypeOf(source) as object | null;
  if (prototype === null || prototypes.isPlain(prototype)) {
    const copy = isArray(source) ? UNCOMMON : copyRecord(walk, source, prototype === null ? null : undefined);
    if (copy !== UNCOMMON) return copy;
  }
  const lineage = prototypes.lineageOf(prototype);
  const sendable = lineage.sendable || hasOwn(source, SENDABLE);
  if (sendable && walk.shareSendables) return source;
  if (!sendable && prototype !== null) {
    const copy = copyInstance(walk, source, prototype, lineage);
    if (copy !== UNCOMMON) return copy;
  }
  return copyUncommon(walk, source, lineage, sendable);
}

/** The fast paths for arrays and for instances of classes, which lose their prototype (S-5, S-16). */
function copyInstance(walk: Walk, source: object, prototype: object, lineage: Lineage): unknown {
  if (walk.identity.find(prototype) !== undefined) return UNCOMMON;
  if (isArray(source) && lineage.builtin === 'Array') {
    const copy = copyArray(walk, source);
    if (copy !== UNCOMMON) walk.noteLostPrototype(lineage.classes);
    return copy;
  }
  if (lineage.classes.length === 0 || lineage.builtin !== 'Object') return UNCOMMON;
  const copy = copyRecord(walk, source, undefined);
  if (copy !== UNCOMMON) walk.noteLostPrototype(lineage.classes);
  return copy;
}

function copyUncommon(walk: Walk, source: object, lineage: Lineage, sendable: boolean): unknown {
  const { types } = walk.receiver;
  if (types.isNativeError(source)) return copyError(walk, source, lineage);
  const root = counterpartOf(walk.receiver.prototypes, source);
  if (root !== undefined) return root;
  const unsupported = unsupportedType(types, source, lineage);
  if (unsupported !== undefined) return walk.refuse(unsupported);
  const copy = copyThoroughly(walk, source, lineage, sendable);
  if (copy !== FAILED && !sendable) walk.noteLostPrototype(lineage.classes);
  return copy;
}
