/** What a message becomes: a copy, or the text of the failure. Knows the few kinds of values that programs send. */
export type Serialized = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string };

class Unsupported extends Error {}

const errorClasses: Readonly<Record<string, new (message: string) => Error>> = { TypeError };

export function serialize(value: unknown): Serialized {
  try {
    return { ok: true, value: copy(value) };
  } catch (error) {
    if (error instanceof Unsupported) return { ok: false, text: error.message };
    throw error;
  }
}

function copy(value: unknown): unknown {
  if (typeof value === 'symbol') throw new Unsupported(unsupported('Symbol'));
  if (typeof value === 'function') throw new Unsupported(unsupported('Function'));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Promise) throw new Unsupported(unsupported('Promise'));
  if (value instanceof Error) return copyError(value);
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}

/** Only kind, message and stack survive (S-13); stacks are not compared, as reading them is slow. */
function copyError(error: Error): Error {
  const Class = errorClasses[error.constructor.name] ?? Error;
  return new Class(error.message);
}

function unsupported(kind: string): string {
  return `Serialize don't support object type: ${kind}`;
}
