import { inspect } from 'node:util';

/** A value in a line of a report; no code of a proxy or a getter runs. */
export function shown(value: unknown): string {
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY, customInspect: false });
}
