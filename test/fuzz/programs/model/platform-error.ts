/** Titles of the error codes (E-0a). */
const titles = {
  401: 'Parameter error. The input parameters are invalid, ',
  10200003: 'Worker initialization failed, ',
  10200004: 'The Worker instance is not running, ',
  10200006: 'An exception occurred during serialization, ',
  10200007: 'The worker file path is invalid, ',
  10200019: 'The globalCallObject is not registered',
  10200020: 'The method to be called is not callable or is an async method or a generator.',
} as const;

export type Code = keyof typeof titles;

export function platformError(code: Code, detail = ''): Error {
  return Object.assign(new Error(titles[code] + detail), { code, name: 'BusinessError' });
}

/** An argument error, which is thrown whatever the version is (E-0c). */
export function badArgument(detail: string): Error {
  return platformError(401, detail);
}
