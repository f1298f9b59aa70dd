import type { ClonePrimitives } from './clone-primitives';
import { type CloneResult, NO_NOTES } from './clone-result';
import { copyMessage } from './copy-message';
import { needsCopy } from './needs-copy';
import { Prototypes } from './prototypes';
import type { Receiver } from './receiver';
import { prepareTransfer, Transfer } from './transfer';
import { Walk } from './walk';

export interface CloneOptions {
  /** The transfer list as the caller gave it. Absent: nothing is transferred (S-40). */
  readonly transfer?: readonly unknown[] | undefined;
  /** Sendables go by reference (S-53) instead of by copy (S-52). */
  readonly shareSendables?: boolean | undefined;
}

/** Copies a value of any realm into the realm that loaded this code, as the platform's encoder would. */
export type Clone = (value: unknown, options?: CloneOptions) => CloneResult;

/**
 * Makes the function that copies messages into this realm.
 *
 * @example
 * const clone = createClone({ types: util.types, structuredClone });
 * clone({ id: 7 }); // { ok: true, value: { id: 7 }, notes: [] }
 * clone({ run() {} });
 * // { ok: false, failure: { reason: "Serialize don't support object type: Function", path: '$.run', what: 'a function' } }
 */
export function createClone({ types, structuredClone }: ClonePrimitives): Clone {
  const receiver: Receiver = { types, structuredClone, prototypes: new Prototypes(types) };
  return (value, options) => {
    const list = options?.transfer;
    if (list === undefined) {
      if (!needsCopy(value)) return { ok: true, value, notes: NO_NOTES };
      return finish(new Walk(receiver, options?.shareSendables ?? false, undefined), value);
    }
    const transfer = prepareTransfer(list, types);
    if (transfer instanceof Transfer) {
      return finish(new Walk(receiver, options?.shareSendables ?? false, transfer), value);
    }
    const { culprit, what } = transfer;
    return { ok: false, failure: { reason: 'Serialize PrepareTransfer fail', path: `transfer${culprit}`, what } };
  };
}

function finish(walk: Walk, message: unknown): CloneResult {
  const value = copyMessage(walk, message);
  if (walk.failure !== undefined) return { ok: false, failure: walk.failure };
  return { ok: true, value, notes: walk.notes };
}
