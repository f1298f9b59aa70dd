import { platformError } from './platform-error';
import { type Serialized, serialize } from './serialize';

/** What is posted; programs hold no buffers, so any entry of a transfer list is wrong (S-38). */
export function serializePost(message: unknown, transfer: readonly unknown[] | undefined): Serialized {
  return transfer !== undefined && transfer.length > 0
    ? { ok: false, text: 'Serialize PrepareTransfer fail' }
    : serialize(message);
}

export function notSerialized(text: string): Error {
  return platformError(10200006, `failed to serialize message.\nSerialize error: ${text}`);
}
