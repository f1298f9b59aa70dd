import { inspect } from 'node:util';

/** A value as failures print it. */
export function show(value: unknown): string {
  return inspect(value, { depth: 6, breakLength: 100, customInspect: false });
}
