import { defineProperty, ownKeys } from './intrinsics';
import type { Lineage } from './prototypes';
import { SMALL_OBJECT } from './size';
import type { Walk } from './walk';

// The realm's own, before user code can replace them.
const plainError = construct(Error);
const aggregate = AggregateError;
const kinds: { readonly [kind: string]: () => Error } = {
  __proto__: null as never,
  AggregateError: () => new aggregate([]),
  EvalError: construct(EvalError),
  RangeError: construct(RangeError),
  ReferenceError: construct(ReferenceError),
  SyntaxError: construct(SyntaxError),
  TypeError: construct(TypeError),
  URIError: construct(URIError),
};

/**
 * An error arrives as one of its builtin kind with `message` and `stack` alone. It isn't remembered: a second reference
 * to it arrives as a second error. (All S-13.)
 */
export function copyError(walk: Walk, source: object, { builtin = 'Error' }: Lineage): Error {
  const arrived = (kinds[builtin] ?? plainError)();
  delete (arrived as { errors?: unknown[] }).errors;
  const message = lookUp(source, 'message');
  const stack = typeof message === 'string' ? lookUp(source, 'stack') : undefined;
  if (typeof message === 'string') define(arrived, 'message', message);
  define(arrived, 'stack', typeof stack === 'string' ? stack : freshStack(arrived));
  walk.bytes += SMALL_OBJECT;
  const fields = ownKeys(source).filter((key) => key !== 'message' && key !== 'stack');
  if (fields.length > 0) walk.note((path) => ({ kind: 'error-fields-lost', path, fields: fields.map(String) }));
  return arrived;
}

/** By property look-up, so inherited values count and getters run; one that throws counts as nothing. */
function lookUp(source: object, name: string): unknown {
  try {
    return (source as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** Where nothing has been called yet there's nothing but the headline. */
function freshStack({ name, message }: Error): string {
  return message === '' ? name : `${name}: ${message}`;
}

/** In newer versions of V8 `stack` is an accessor, so it can't just be assigned. */
function define(error: Error, name: string, value: string): void {
  defineProperty(error, name, { value, writable: true, enumerable: false, configurable: true });
}

function construct(kind: new () => Error): () => Error {
  return () => new kind();
}
