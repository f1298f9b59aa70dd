import { types } from 'node:util';
import { type CloneFailure, type CloneNote, type CloneOptions, createClone } from '../../src/clone';
import { createRealmMakers } from '../../src/clone/guest';

export const clone = createClone({ types, structuredClone }, createRealmMakers());

/** What arrives for a message that must not fail. */
export function arriving<T>(message: T, options?: CloneOptions): T {
  const result = clone(message, options);
  if (!result.ok) throw new Error(`${result.failure.reason} at ${result.failure.path}`);
  return result.value as T;
}

/** Why a message fails, which it must. */
export function failing(message: unknown, options?: CloneOptions): CloneFailure {
  const result = clone(message, options);
  if (result.ok) throw new Error('the message arrived');
  return result.failure;
}

/** The reason of a refused type. */
export function unsupported(type: string): string {
  return `Serialize don't support object type: ${type}`;
}

export function notesOf(message: unknown, options?: CloneOptions): readonly CloneNote[] {
  const result = clone(message, options);
  if (!result.ok) throw new Error(`${result.failure.reason} at ${result.failure.path}`);
  return result.notes;
}
