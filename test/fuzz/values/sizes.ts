import fc from 'fast-check';
import type { CloneResult } from '../../../src/clone';
import type { Realms } from './realms';

const MiB = 1024 * 1024;
const LIMIT = 16;

/** What a big message is made of; all but `text` and `nothing` are as big as it says. */
const PIECES = {
  copied: (size: number) => `new ArrayBuffer(${size})`,
  viewed: (size: number) => `new Uint8Array(${size})`,
  transferred: (size: number) => `move(new ArrayBuffer(${size}))`,
  memory: (size: number) => `new SharedArrayBuffer(${size})`,
  text: (size: number) => `"x".repeat(${size})`,
  sendable: (size: number) => `mark({ data: new ArrayBuffer(${size}) })`,
  function: () => '() => {}',
} as const;

export interface Piece {
  readonly kind: keyof typeof PIECES;
  readonly mebibytes: number;
}

export interface BigMessage {
  readonly pieces: readonly Piece[];
  readonly shareSendables: boolean;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constantFrom<Piece['kind'][]>('copied', 'viewed'), weight: 10 },
    { arbitrary: fc.constantFrom<Piece['kind'][]>('transferred', 'memory', 'text', 'sendable'), weight: 10 },
    { arbitrary: fc.constant<Piece['kind']>('function'), weight: 1 },
  ),
  mebibytes: fc.integer({ min: 1, max: 17 }),
});

/** Random messages of a few big pieces (S-45 to S-47). */
export const arbitraryBigMessage: fc.Arbitrary<BigMessage> = fc.record({
  pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
  shareSendables: fc.boolean(),
});

export function codeOfBigMessage({ pieces, shareSendables }: BigMessage): string {
  const sources = pieces.map(({ kind, mebibytes }) => PIECES[kind](mebibytes * MiB));
  return `(move) => ({ value: [${sources.join(', ')}], shareSendables: ${shareSendables} })`;
}

/** Sends a big message. Answers what is wrong, as the limit is whole mebibytes away from what is counted. */
export function sizeDifferenceOf(
  message: BigMessage,
  realms: Realms,
  meet: (what: string) => void,
): string | undefined {
  const transfer: ArrayBuffer[] = [];
  const move = (buffer: ArrayBuffer): ArrayBuffer => {
    transfer.push(buffer);
    return buffer;
  };
  const make = realms.sources.here(codeOfBigMessage(message)) as (take: typeof move) => { value: unknown };
  const result = realms.clone(make(move).value, { transfer, shareSendables: message.shareSendables });
  const expected = expectedOutcome(message);
  meet(`size: ${expected}`);
  const outcome = outcomeOf(result);
  if (outcome !== expected) return `${outcome}, expected ${expected}`;
  return expected === 'unsupported' ? undefined : undetached(transfer);
}

type Outcome = 'arrived' | 'too big' | 'unsupported';

function expectedOutcome({ pieces, shareSendables }: BigMessage): Outcome {
  if (pieces.some(({ kind }) => kind === 'function')) return 'unsupported';
  const counted = pieces.filter(
    ({ kind }) => kind === 'copied' || kind === 'viewed' || (kind === 'sendable' && !shareSendables),
  );
  return counted.reduce((sum, { mebibytes }) => sum + mebibytes, 0) < LIMIT ? 'arrived' : 'too big';
}

function outcomeOf(result: CloneResult): Outcome | string {
  if (result.ok) return 'arrived';
  const { reason } = result.failure;
  if (reason === "Serialize don't support object type: Function") return 'unsupported';
  const sizes = /^The serialization data size has exceed limit Size, current size is: (\d+) max size is: 16777216$/;
  return Number(sizes.exec(reason)?.[1]) > LIMIT * MiB ? 'too big' : reason;
}

/** S-47: buffers are moved before sizes are looked at. */
function undetached(transfer: readonly ArrayBuffer[]): string | undefined {
  return transfer.some((buffer) => buffer.byteLength > 0) ? 'a transferred buffer is not detached' : undefined;
}
