import type { ClonePrimitives } from './clone-primitives';
import {
  bufferByteLength,
  defineProperty,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  hasOwn,
  isArray,
  isExtensible,
  OwnMap,
} from './intrinsics';
import { isSendable } from './sendable';
import type { Ticket } from './ticket';

/** The transfer list of one message: it only selects *how* buffers that the walk meets are sent (S-32). */
export class Transfer {
  /** Buffer to place in the list; those that the walk met are taken out. */
  readonly #listed: Map<unknown, number>;
  /** The buffers that the walk met, in order. */
  readonly #moving: Ticket[] = [];

  constructor(
    listed: Map<unknown, number>,
    private readonly lengthOfDetached: (() => never) | undefined,
  ) {
    this.#listed = listed;
  }

  /** From now on the sender can't ask the buffer for its length (S-34); an own property of that name stays. */
  markDetached(buffer: ArrayBuffer): void {
    if (this.lengthOfDetached === undefined || hasOwn(buffer, 'byteLength') || !isExtensible(buffer)) return;
    defineProperty(buffer, 'byteLength', { get: this.lengthOfDetached, configurable: true });
  }

  /** The place in the list of a buffer that is to be moved. An empty one is sent as any other (S-33). */
  claim(buffer: ArrayBuffer): number | undefined {
    const place = this.#listed.get(buffer);
    this.#listed.delete(buffer);
    return bufferByteLength(buffer) > 0 ? place : undefined;
  }

  add(ticket: Ticket): void {
    this.#moving.push(ticket);
  }

  /** Detaches what the walk met, whether or not it ended well (S-36). */
  carryOut(): void {
    for (const ticket of this.#moving) ticket.redeem();
  }

  /** Places in the list of buffers that aren't in the message (S-32); empty and detached ones aren't worth a word. */
  unreachable(): number[] {
    return [...this.#listed].flatMap(([buffer, place]) => (bufferByteLength(buffer as ArrayBuffer) > 0 ? [place] : []));
  }
}

/** Anything but an array of ArrayBuffers, holes allowed, can't be prepared (S-37..S-39). Answers the first culprit. */
export function prepareTransfer(
  list: unknown,
  types: ClonePrimitives['types'],
  lengthOfDetached: (() => never) | undefined,
): Transfer | { readonly culprit: string; readonly what: string } {
  if (types.isProxy(list) || !isArray(list)) return { culprit: '', what: 'a transfer list that is not an array' };
  const listed = new OwnMap<unknown, number>();
  for (const name of getOwnPropertyNames(list)) {
    if (!/^\d+$/.test(name)) break;
    const buffer: unknown = getOwnPropertyDescriptor(list, name)?.value;
    if (!types.isArrayBuffer(buffer) || isSendable(buffer))
      return { culprit: `[${name}]`, what: 'something other than an ArrayBuffer' };
    if (!listed.has(buffer)) listed.set(buffer, Number(name));
  }
  return new Transfer(listed, lengthOfDetached);
}
