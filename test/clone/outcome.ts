import { inspect, types } from 'node:util';
import { type CloneFailure, type CloneNote, type CloneOptions, type CloneResult, createClone } from '../../src/clone';
import { createRealmMakers } from '../../src/clone/guest';
import { privateNamesOf } from '../../src/jest/private-names';

export const clone = createClone({ types, structuredClone, inspect, privateNamesOf }, createRealmMakers());

/** A result that must be a copy. */
export function successOf(result: CloneResult): CloneResult & { readonly ok: true } {
  if (!result.ok) throw new Error(`${result.failure.reason} at ${result.failure.path}`);
  return result;
}

/** What arrives for a message that must not fail. */
export function arriving<T>(message: T, options?: CloneOptions): T {
  return successOf(clone(message, options)).value as T;
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
  return successOf(clone(message, options)).notes;
}
