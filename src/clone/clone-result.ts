/** What {@link Clone} answers: the copy, or the first value that the platform's encoder refuses. */
export type CloneResult =
  | { readonly ok: true; readonly value: unknown; readonly notes: readonly CloneNote[] }
  | { readonly ok: false; readonly failure: CloneFailure };

/** Why a message could not be encoded. */
export interface CloneFailure {
  /** The engine's text after `Serialize error: `, e.g. `Serialize don't support object type: Function` (S-60..S-65). */
  readonly reason: string;
  /** Where in the message, e.g. `$.items[2].onClick`. */
  readonly path: string;
  /** What stands there, for a person: `a function`. */
  readonly what: string;
}

/**
 * Something that a device loses without a word. `path` is where in the message, e.g. `$.user`, or where in the transfer
 * list, e.g. `transfer[0]`. A message has at most a hundred notes.
 */
export type CloneNote =
  /** S-16: methods and accessors of a class didn't travel; noted once a class and message, at its first instance. */
  | {
      readonly kind: 'prototype-lost';
      readonly path: string;
      readonly className: string;
      readonly members: readonly string[];
    }
  /** S-13: an error arrives with its builtin kind, message and stack only. */
  | { readonly kind: 'error-fields-lost'; readonly path: string; readonly fields: readonly string[] }
  /** S-29: an async function passes the encoder, but what arrives can't be called. */
  | { readonly kind: 'async-function'; readonly path: string; readonly name: string }
  /** S-32: this entry of the transfer list is nowhere in the message, and is left alone. */
  | { readonly kind: 'transfer-unreachable'; readonly index: number }
  /** Node can't detach this entry of the list (WebAssembly memory, its `Buffer` pool): it was copied, not moved. */
  | { readonly kind: 'transfer-copied'; readonly path: string };

/** The notes of the many messages that have none. */
export const NO_NOTES: readonly CloneNote[] = Object.freeze([]);

/** Answered instead of a copy when the walk has met its first failure. */
export const FAILED = Symbol('failed');

/** Answered by a fast path that leaves an object to the thorough one. */
export const UNCOMMON = Symbol('uncommon');
