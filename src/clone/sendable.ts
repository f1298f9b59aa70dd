import { defineProperty, getOwnPropertyDescriptor, hasOwn } from './intrinsics';

/** In the registry of the whole isolate, so that it means the same in every realm. */
export const SENDABLE = Symbol.for('fake-ohos-worker.sendable');

/**
 * Makes a class, a function or an object a Sendable (S-52..S-58): node has none of its own. Works as a class decorator.
 * Of a class its instances are Sendables; the class or function itself always goes by reference (S-55).
 *
 * @example
 * const Point = markSendable(class { x = 1; norm() { return Math.abs(this.x); } });
 * isSendable(new Point()); // true
 */
export function markSendable<T extends object>(target: T): T {
  brand(target);
  const prototype: unknown = typeof target === 'function' ? (target as { prototype?: unknown }).prototype : undefined;
  if (isObject(prototype)) brand(prototype);
  return target;
}

/** Marks the prototype of a Sendable class that all threads have in common: copies of its instances keep it. */
export function markCommonClass(prototype: object): void {
  defineProperty(prototype, SENDABLE, { value: 'common' });
}

export function isCommonClass(prototype: object): boolean {
  return getOwnPropertyDescriptor(prototype, SENDABLE)?.value === 'common';
}

/** Whether a value is marked, itself or through its class. Not for proxies: their traps would run. */
export function isSendable(value: unknown): boolean {
  if (typeof value === 'function') return hasOwn(value, SENDABLE);
  return isObject(value) && SENDABLE in value;
}

function brand(target: object): void {
  if (!hasOwn(target, SENDABLE)) defineProperty(target, SENDABLE, { value: true });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
