import type { JsThread } from './js-thread';

/** Titles of the platform's error codes, spelt as the device spells them (the error rules, §1.1). */
const titles = {
  401: 'Parameter error. The input parameters are invalid, ',
  10200003: 'Worker initialization failed, ',
  10200004: 'The Worker instance is not running, ',
  10200006: 'An exception occurred during serialization, ',
  10200007: 'The worker file path is invalid, ',
  10200019: 'The globalCallObject is not registered',
  10200020: 'The method to be called is not callable or is an async method or a generator.',
  10200021: 'Waiting for a global call timed out',
} as const;

export type PlatformErrorCode = keyof typeof titles;

/** Throws in the caller's realm, whatever worker classes the process uses: the `(T)` rows of the error rules. */
export function raise(thread: JsThread, code: PlatformErrorCode, detail = ''): never {
  throw thread.kit.businessError(code, titles[code] + detail);
}
