import collections from '@arkts.collections';
import type lang from '@arkts.lang';
import ArkTSUtils from '@arkts.utils';
import { collections as collectionsOfKit, type lang as langOfKit, ArkTSUtils as utilsOfKit, worker } from '@kit.ArkTS';

class Counter implements lang.ISendable {
  counts = new collections.Array<number>(1, 2);
  names: collections.Map<string, number> = new collections.Map([['a', 1]]);
}
const SendableCounter = Sendable(Counter);

const counter = new SendableCounter();
const first: number = counter.counts[0] ?? counter.counts.push(3, 4);
const texts: collections.Array<string> = counter.counts.map((n) => n.toFixed(first));
for (const text of texts.concat(collections.Array.create(2, ''))) text.trim();
for (const [name, count] of counter.names) new collections.Set([name]).add(count.toFixed());
const bytes = new collections.Uint8Array(new collections.ArrayBuffer(8), 2);
const half: collections.Uint8Array = bytes.subarray(0, 4).fill(1);
const big: bigint = new collections.BigInt64Array([half.length > 0 ? BigInt(1) : BigInt(2)]).reduce((a, b) => a + b);
const bits = new collections.BitVector(8);
bits.setBitsByRange(1, 0, bits.length);

const parsed: langOfKit.ISendable | null = ArkTSUtils.ASON.parse('{"a":[1]}');
const text: string = utilsOfKit.ASON.stringify(parsed);
const shared: boolean = ArkTSUtils.isSendable(counter) && collectionsOfKit.Array.isArray(texts);
const lock = new ArkTSUtils.locks.AsyncLock();
const locked: Promise<string> = lock.lockAsync(async () => text, ArkTSUtils.locks.AsyncLockMode.SHARED);
new worker.ThreadWorker('w.ets').postMessageWithSharedSendable({ counter, lock, big, shared, locked });
