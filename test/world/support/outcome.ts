import { inspect } from 'node:util';

/** What became of a call: `returned 7`, or `threw BusinessError 401: …`, whatever realm the error is from. */
export function outcomeOf(act: () => unknown): string {
  try {
    return `returned ${inspect(act())}`;
  } catch (error) {
    return `threw ${describeThrown(error)}`;
  }
}

export function describeThrown(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return inspect(error);
  const { name, message, code } = error as { name?: unknown; message: unknown; code?: unknown };
  return code === undefined ? `${name}: ${message}` : `${name} ${code}: ${message}`;
}
