import type { ClonePrimitives } from './clone-primitives';
import { type CloneResult, NO_NOTES } from './clone-result';
import { copyMessage } from './copy-message';
import type { RealmMakers } from './guest/realm-makers';
import { needsCopy } from './needs-copy';
import { Receiver } from './receiver';
import { prepareTransfer, Transfer } from './transfer';
import { Walk } from './walk';

export interface CloneOptions {
  /** The transfer list as the caller gave it. Absent: nothing is transferred (S-40). */
  readonly transfer?: readonly unknown[] | undefined;
  /** The realm that sends: in it, the length of a transferred buffer can't be read any more (S-34). Absent: it's 0. */
  readonly sender?: Pick<RealmMakers, 'lengthOfDetached'> | undefined;
  /** Sendables go by reference (S-53) instead of by copy (S-52). */
  readonly shareSendables?: boolean | undefined;
}

/** Sendables go by reference, and nothing is transferred. */
export const sharing: CloneOptions = { shareSendables: true };

/** Copies a value of any realm into the realm of the makers, as the platform's encoder would. */
export type Clone = (value: unknown, options?: CloneOptions) => CloneResult;

/**
 * Makes the function that copies messages into one realm. All such functions share one code.
 *
 * @example
 * const clone = createClone({ types: util.types, structuredClone, inspect: util.inspect }, createRealmMakers());
 * clone({ id: 7 }); // { ok: true, value: { id: 7 }, notes: [] }
 * clone({ run() {} });
 * // { ok: false, failure: { reason: "Serialize don't support object type: Function", path: '$.run', what: 'a function' } }
 */
export function createClone(primitives: ClonePrimitives, makers: RealmMakers): Clone {
  const receiver = new Receiver(primitives, makers);
  return (value, options) =>
    options?.transfer === undefined
      ? walkInto(receiver, value, undefined, options?.shareSendables ?? false)
      : transferInto(receiver, value, options);
}

function transferInto(receiver: Receiver, value: unknown, options: CloneOptions): CloneResult {
  const { transfer: list, sender, shareSendables = false } = options;
  const transfer = prepareTransfer(list, receiver.types, sender?.lengthOfDetached);
  if (transfer instanceof Transfer) return walkInto(receiver, value, transfer, shareSendables);
  const { culprit, what } = transfer;
  return { ok: false, failure: { reason: 'Serialize PrepareTransfer fail', path: `transfer${culprit}`, what } };
}

function walkInto(
  receiver: Receiver,
  message: unknown,
  transfer: Transfer | undefined,
  shareSendables: boolean,
): CloneResult {
  if (transfer === undefined && !needsCopy(message)) return { ok: true, value: message, notes: NO_NOTES };
  const walk = new Walk(receiver, shareSendables, transfer);
  const value = copyMessage(walk, message);
  return walk.failure === undefined ? { ok: true, value, notes: walk.notes } : { ok: false, failure: walk.failure };
}
