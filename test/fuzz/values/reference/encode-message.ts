import type { Builtins } from './builtins';
import { ReferenceEncoder } from './encoder';
import { Refusal } from './refusal';
import { readTransferList } from './transfer-list';

/** What is sent, and how. */
export interface Message {
  readonly value: unknown;
  readonly transfer: unknown;
  readonly shareSendables: boolean;
}

/** What the platform makes of a message. */
export interface Expectation {
  /** What arrives, or why nothing does. */
  readonly outcome: { readonly value: unknown } | Refusal;
  readonly encoder: ReferenceEncoder;
}

/** Makes an encoder; tests make bent ones. */
export type EncoderClass = new (...args: ConstructorParameters<typeof ReferenceEncoder>) => ReferenceEncoder;

/** Encodes a message and decodes it for the receiver, by the rules. Leaves the message as it is. */
export function encodeMessage(
  message: Message,
  builtins: Builtins,
  meet: (kind: string) => void,
  Encoder: EncoderClass = ReferenceEncoder,
): Expectation {
  const listed = refusalOr(() => (message.transfer === undefined ? new Set() : readTransferList(message.transfer)));
  const transfer = listed instanceof Refusal ? new Set() : listed.value;
  const encoder = new Encoder(builtins, transfer, message.shareSendables, meet);
  if (listed instanceof Refusal) return { outcome: listed, encoder };
  return { outcome: refusalOr(() => encoder.encode(message.value, [])), encoder };
}

function refusalOr<T>(attempt: () => T): { readonly value: T } | Refusal {
  try {
    return { value: attempt() };
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
