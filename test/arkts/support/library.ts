import type collectionsModule from '@arkts.collections';
import type utilsModule from '@arkts.utils';
import { createArkTS } from '../../../src/arkts';

/** A library whose threads are all this one. */
const library = createArkTS(() => ({
  process: library,
  businessError: (code, message) => Object.assign(new Error(message), { name: 'BusinessError', code }),
  global: (name) => Reflect.get(globalThis, name),
  wake: (callback) => callback(),
}));

export const collections = library.collections as typeof collectionsModule;
export const ArkTSUtils = library.ArkTSUtils as typeof utilsModule;

/** The platform's error of this code and text, as an asymmetric matcher shows it. */
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
