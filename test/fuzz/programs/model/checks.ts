import { badArgument } from './platform-error';

/** Throws 401 with the text unless the condition holds. */
export function check(holds: boolean, text: string): void {
  if (!holds) throw badArgument(text);
}

/** The transfer list of a post (E-20, S-40): `undefined` for none. Programs hold no buffers, so none is transferred. */
export function transferList(rest: readonly unknown[], text: string): readonly unknown[] | undefined {
  if (rest.length === 0) return undefined;
  const [second] = rest;
  if (Array.isArray(second)) return second;
  check(typeof second === 'object' && second !== null, text);
  const { transfer } = second as { transfer?: unknown };
  if (transfer === undefined) return undefined;
  check(Array.isArray(transfer), text);
  return transfer as unknown[];
}
