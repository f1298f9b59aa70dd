import { defineProperty, getOwnPropertyDescriptor, ownKeys } from './intrinsics';
import type { Lineage } from './prototypes';
import type { Receiver } from './receiver';
import { SMALL_OBJECT } from './size';
import type { Walk } from './walk';

const aggregate = 'AggregateError';
/** The kinds beside `Error` itself. */
const kinds = [aggregate, 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/**
 * An error arrives as one of its builtin kind with `message` and `stack` alone. It isn't remembered: a second reference
 * to it arrives as a second error. (All S-13.)
 */
export function copyError(walk: Walk, source: object, { builtin = 'Error' }: Lineage): Error {
  const arrived = createWithoutStack(walk.receiver, builtin);
  const message = lookUp(source, 'message');
  const stack = typeof message === 'string' ? lookUp(source, 'stack') : undefined;
  if (typeof message === 'string') define(arrived, 'message', message);
  define(arrived, 'stack', typeof stack === 'string' ? stack : freshStack(arrived));
  walk.bytes += SMALL_OBJECT;
  const fields = ownKeys(source).filter((key) => key !== 'message' && key !== 'stack');
  if (fields.length > 0) walk.note((path) => ({ kind: 'error-fields-lost', path, fields: fields.map(String) }));
  return arrived;
}

/** To collect a stack takes thirty times as long as the rest, and it would be that of the tool. */
function createWithoutStack(receiver: Receiver, kind: string): Error {
  const owner = receiver.makers.Error as unknown as { stackTraceLimit: unknown };
  const limit = getOwnPropertyDescriptor(owner, 'stackTraceLimit');
  if (limit?.writable !== true) return create(receiver, kind);
  owner.stackTraceLimit = undefined;
  const arrived = create(receiver, kind);
  owner.stackTraceLimit = limit.value;
  return arrived;
}

function create(receiver: Receiver, kind: string): Error {
  if (!kinds.includes(kind)) return new receiver.makers.Error();
  if (kind !== aggregate) return new (receiver.classNamed<new () => Error>(kind))();
  const arrived = new (receiver.classNamed<AggregateErrorConstructor>(kind))([]);
  delete (arrived as { errors?: unknown[] }).errors;
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
