import { isSendable, markSendable } from '../clone';

type Callable = (...args: unknown[]) => unknown;

/**
 * What stands behind `@Sendable`: marks a class, or a function, as one whose objects threads may share (S-52 to S-55).
 * Instances keep their layout: after the constructor no property can be added or deleted (S-56).
 *
 * Works as a decorator of both kinds, `experimentalDecorators` and the standard one, and as a plain function.
 *
 * @throws TypeError from the constructor, when a field holds an object that is no Sendable.
 */
export function Sendable<T extends object>(target: T): T {
  return markSendable(isClass(target) ? withFixedLayout(target) : target);
}

/** An ordinary function with a `prototype` can't be told from a class of ES5, and is none in ArkTS. */
function isClass(target: object): target is Callable {
  return typeof target === 'function' && /^class\b/.test(Function.prototype.toString.call(target));
}

/**
 * A constructor in place of the class, with its very prototype, name and statics. The class itself can't seal what it
 * makes: the fields of a subclass come after its constructor.
 */
function withFixedLayout<T extends Callable>(target: T): T {
  function construct(...args: unknown[]): object {
    if (new.target === undefined)
      throw typeErrorFor(target, `Class constructor ${target.name} cannot be invoked without 'new'`);
    const made: object = Reflect.construct(target, args, new.target);
    return new.target === construct ? fixLayout(target, made) : made;
  }
  for (const key of ['name', 'length', 'prototype']) {
    Object.defineProperty(construct, key, Object.getOwnPropertyDescriptor(target, key) ?? {});
  }
  Object.setPrototypeOf(construct, target);
  Object.defineProperty(target.prototype, 'constructor', { value: construct, writable: true, configurable: true });
  return construct as unknown as T;
}

/** The error text is the platform's. */
function fixLayout(target: Callable, made: object): object {
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(made))) {
    if (!isStorable(value)) throw typeErrorFor(target, 'Cannot set sendable property with mismatched type');
  }
  return Object.seal(made);
}

/** An error of the realm that the class belongs to. */
function typeErrorFor(target: Callable, message: string): TypeError {
  const realm = (target.constructor as FunctionConstructor)('return globalThis')() as typeof globalThis;
  return new realm.TypeError(message);
}

/** Whether a Sendable may hold a value: a primitive one, or another Sendable. */
export function isStorable(value: unknown): boolean {
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return true;
  return isSendable(value);
}
