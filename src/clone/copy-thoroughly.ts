import { FAILED, UNCOMMON } from './clone-result';
import { copyBare } from './copy-bare';
import { copyBuffer, copySharedBuffer, isDetached, refuseDetached } from './copy-buffer';
import { entriesOf, openEntries } from './copy-collection';
import { copyView, keysOfView } from './copy-view';
import {
  bigintValue,
  booleanValue,
  dateValue,
  getPrototypeOf,
  hasOwn,
  isView,
  numberValue,
  ownKeys,
  regExpSource,
  stringValue,
  viewBuffer,
} from './intrinsics';
import { isBare, readLayout } from './layout';
import type { ObjectKind } from './object-kind';
import { planPrototype } from './prototype-plan';
import type { Lineage } from './prototypes';
import type { Receiver } from './receiver';
import { SENDABLE } from './sendable';
import { ARRAY, COLLECTION, OBJECT, SLOT, SMALL_OBJECT } from './size';
import type { Walk } from './walk';

/**
 * Copies any supported object with all that belongs to it: the content of its kind, its own properties with their
 * attributes, whether it's extensible, a null prototype.
 */
export function copyThoroughly(
  walk: Walk,
  source: object,
  kind: Exclude<ObjectKind, 'error'>,
  lineage: Lineage,
  sendable: boolean,
): unknown {
  if (kind === 'buffer' && isDetached(source as ArrayBuffer)) return refuseDetached(walk, source as ArrayBuffer);
  const keys = isView(source) ? keysOfView(walk, source) : ownKeys(source);
  const layout = readLayout(walk, source, keys, planPrototype(source, lineage, sendable, walk.identity));
  if (layout === FAILED) return FAILED;
  const target = copyKind(walk, source, kind);
  if (target === FAILED) return FAILED;
  walk.bytes += SLOT * layout.keys.length;
  walk.identity.add(source, target);
  if (!isBare(layout)) walk.openFields(target, layout);
  if (kind === 'map' || kind === 'set') openEntries(walk, kind, target, entriesOf(source, kind));
  return target;
}

/** The copy as its kind makes it, without own properties. */
function copyKind(walk: Walk, source: object, kind: Exclude<ObjectKind, 'error'>): object | typeof FAILED {
  const { receiver } = walk;
  const { makers } = receiver;
  switch (kind) {
    case 'object':
      return charge(walk, OBJECT, receiver.object());
    case 'array':
      return charge(walk, ARRAY, emptyArray(receiver, (source as unknown[]).length));
    case 'map':
      return charge(walk, COLLECTION, new makers.Map());
    case 'set':
      return charge(walk, COLLECTION, new makers.Set());
    case 'date':
      return charge(walk, SMALL_OBJECT, new makers.Date(dateValue(source)));
    case 'regexp':
      return charge(walk, SMALL_OBJECT + regExpSource(source).length, new makers.RegExp(source as RegExp));
    case 'boxed':
      return copyBoxed(walk, source);
    case 'buffer':
      return copyBuffer(walk, source as ArrayBuffer);
    case 'shared-buffer':
      return copySharedBuffer(walk, source as SharedArrayBuffer);
    case 'view':
      return copyViewAndBuffer(walk, source as ArrayBufferView);
  }
}

/** The whole of it, and only once for all views of the message. */
function copyBufferOf(walk: Walk, source: ArrayBufferView): unknown {
  const buffer = viewBuffer(source);
  const known = walk.identity.find(buffer);
  if (known !== undefined) return known;
  const lineage = walk.lineageOf(getPrototypeOf(buffer) as object | null);
  const bare = lineage.classes.length === 0 ? copyBare(walk, buffer, lineage.builtin) : UNCOMMON;
  if (bare !== UNCOMMON) return bare;
  const kind = walk.receiver.types.isSharedArrayBuffer(buffer) ? 'shared-buffer' : 'buffer';
  const sendable = lineage.sendable || hasOwn(buffer, SENDABLE);
  return sendable && walk.shareSendables && !(kind === 'buffer' && isDetached(buffer as ArrayBuffer))
    ? buffer
    : copyThoroughly(walk, buffer, kind, lineage, sendable);
}

function copyViewAndBuffer(walk: Walk, source: ArrayBufferView): object | typeof FAILED {
  const { here } = walk;
  walk.enter(source, 'buffer');
  const buffer = copyBufferOf(walk, source);
  walk.here = here;
  return buffer === FAILED ? FAILED : copyView(walk, source, buffer as object);
}

function charge(walk: Walk, bytes: number, copy: object): object {
  walk.bytes += bytes;
  return copy;
}

function emptyArray(receiver: Receiver, length: number): unknown[] {
  const copy = receiver.array(0);
  copy.length = length;
  return copy;
}

function copyBoxed(walk: Walk, source: object): object | typeof FAILED {
  const { types, makers } = walk.receiver;
  if (types.isSymbolObject(source)) return walk.refuse('Symbol');
  walk.bytes += SMALL_OBJECT;
  if (types.isNumberObject(source)) return makers.Object(numberValue(source));
  if (types.isStringObject(source)) return makers.Object(stringValue(source));
  return makers.Object(types.isBooleanObject(source) ? booleanValue(source) : bigintValue(source));
}
