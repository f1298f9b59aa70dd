import { InternalError } from './internal-error';

/** Ends every `switch` over a union: a case that the compiler proves impossible was reached all the same. */
export function assertNever(value: never): never {
  throw new InternalError(`unexpected case ${JSON.stringify(value)}`);
}
