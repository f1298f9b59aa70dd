import { preview } from '../base';

/** Something that a worker's code threw and did not catch. */
export interface RaisedError {
  /** A copy, in which the class of an error is one of the builtins. */
  readonly error: unknown;
  /** The names of its class and of those above, as they were in the worker. */
  readonly classes: readonly string[];
}

export function raisedError(thrown: unknown, error: unknown): RaisedError {
  return { error, classes: classNames(thrown) };
}

/** What `String` makes of it, if it makes anything. */
export function errorText(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return preview(thrown);
  }
}

/** User code may be called on the way: proxies. */
function classNames(thrown: unknown): string[] {
  const names: string[] = [];
  try {
    if (typeof thrown !== 'object') return [];
    for (let at: object | null = thrown; at !== null && names.length < 16; at = Object.getPrototypeOf(at)) {
      const made: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof made === 'function') names.push(made.name);
    }
  } catch {
    return names;
  }
  return names;
}
