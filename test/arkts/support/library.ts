import type collectionsModule from '@arkts.collections';
import { createArkTS } from '../../../src/arkts';

/** A library whose threads are all this one. */
const library = createArkTS(() => ({
  process: library,
  businessError: (code, message) => Object.assign(new Error(message), { name: 'BusinessError', code }),
  global: (name) => Reflect.get(globalThis, name),
  wake: (callback) => callback(),
}));

export const collections = library.collections as typeof collectionsModule;

/** An error that equals the platform's of this code and text. */
export function businessError(code: number, message: string): Error {
  return Object.assign(new Error(message), { name: 'BusinessError', code });
}

/** What a call throws. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
