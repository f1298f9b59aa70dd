import type { Frame } from './frame';
import { defineProperty, freeze, mapSet, preventExtensions, setAdd } from './intrinsics';
import { needsCopy } from './needs-copy';
import { carryOutPrototype } from './prototype-plan';
import { SENDABLE } from './sendable';
import { Ticket } from './ticket';

/** Puts the copies of a frame into its target, which then is complete. */
export function closeFrame(frame: Frame): void {
  const { shape, keys, values, frozen } = frame;
  const target = frame.target instanceof Ticket ? frame.target.redeem() : frame.target;
  switch (shape) {
    case 'array':
      break;
    case 'record':
      assign(target as Record<string, unknown>, keys, values);
      break;
    case 'map':
      for (let i = 0; i < values.length; i += 2) mapSet(target, values[i], values[i + 1]);
      break;
    case 'set':
      for (const value of values) setAdd(target, value);
      break;
    case 'fields':
      defineFields(target, frame);
      break;
  }
  if (frozen) freeze(target);
}

/** All properties are there and no setter in the way; only those that hold sources still need a value. */
function assign(target: Record<string, unknown>, keys: readonly string[], values: readonly unknown[]): void {
  for (let i = 0; i < keys.length; i++) if (needsCopy(values[i])) target[keys[i] as string] = values[i];
}

function defineFields(target: object, { keys, values, layout }: Frame): void {
  if (layout !== undefined) carryOutPrototype(target, layout.prototype);
  for (let i = 0; i < keys.length; i++) {
    defineProperty(target, keys[i] as string, { ...layout?.attributes[i], value: values[i] });
  }
  if (layout?.marked === true) defineProperty(target, SENDABLE, { value: true });
  if (layout?.extensible === false) preventExtensions(target);
}
