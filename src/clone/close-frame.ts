import type { Frame } from './frame';
import { defineProperty, mapSet, setAdd } from './intrinsics';
import { hasDefaultAttributes, type Lock } from './lock';
import { carryOutPrototype } from './prototype-plan';
import { SENDABLE } from './sendable';
import { Ticket } from './ticket';

/** Puts the copies of a frame into its target, which then is complete. */
export function closeFrame(frame: Frame): void {
  const { shape, values, lock } = frame;
  const target = frame.target instanceof Ticket ? frame.target.redeem() : frame.target;
  switch (shape) {
    case 'array':
    case 'record':
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
  lock?.(target);
}

function defineFields(target: object, { keys, values, layout, lock }: Frame): void {
  if (layout === undefined) return;
  carryOutPrototype(target, layout.prototype);
  for (let i = 0; i < keys.length; i++) {
    const attributes = layout.attributes[i] as PropertyDescriptor;
    attributes.value = values[i];
    define(target, keys[i] as string, attributes, lock);
  }
  if (layout.marked) defineProperty(target, SENDABLE, { value: true });
}

/** Adds a property: by plain assignment if nothing, such as a setter, is in its way: that is many times as fast. */
export function define(target: object, key: string, attributes: PropertyDescriptor, lock: Lock): void {
  if (hasDefaultAttributes(attributes, lock) && !(key in target)) {
    (target as Record<string, unknown>)[key] = attributes.value;
  } else defineProperty(target, key, attributes);
}
