import { expect, test } from '@jest/globals';
import worker, { type MessageEvents } from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import { Heap } from './heap';

/** Part of the full load, for a short run. */
const scale = Number(process.env.FOW_SOAK_SCALE ?? 1);
const looks = 10;
/** Until then caches are filled, and the trace, which keeps as much as its option says. */
const warmUp = 4;
/** What the heap may grow by while nothing but load is added, in MB. */
const mostGrowth = 1;

const url = 'entry/ets/workers/echo.ts';

test('10,000 workers one after another leave nothing behind', () => {
  const heap = new Heap();
  for (let look = 0; look < looks; look++) {
    for (let count = 0; count < 1_000 * scale; count++) {
      const wk = new worker.ThreadWorker(url);
      wk.onmessage = () => wk.terminate();
      wk.postMessage({ count });
      workers.run();
    }
    heap.look();
  }
  console.log(`heap in MB, after each ${1_000 * scale} workers: ${heap}`);
  expect(heap.growthSince(warmUp)).toBeLessThan(mostGrowth);
});

test('a million messages to one worker, in ten runs, leave nothing behind', () => {
  const heap = new Heap();
  const wk = new worker.ThreadWorker(url);
  let left = 0;
  wk.onmessage = ({ data }: MessageEvents) => {
    if (--left > 0) wk.postMessage({ left, text: data.text });
  };
  for (let look = 0; look < looks; look++) {
    left = 50_000 * scale;
    wk.postMessage({ left, text: 'message' });
    expect(workers.run().delivered).toBeGreaterThanOrEqual(100_000 * scale);
    heap.look();
  }
  wk.terminate();
  workers.run();
  console.log(`heap in MB, after each ${100_000 * scale} messages: ${heap}`);
  expect(heap.growthSince(warmUp)).toBeLessThan(mostGrowth);
});

test('as many failures, with what is said about each, leave nothing behind', () => {
  const heap = new Heap();
  for (let look = 0; look < looks; look++) {
    for (let count = 0; count < 500 * scale; count++) {
      const wk = new worker.ThreadWorker(url);
      wk.onerror = () => undefined;
      wk.terminate();
      try {
        wk.postMessage(count);
      } catch {
        // 10200004: the worker is ending.
      }
      workers.run();
    }
    heap.look();
  }
  console.log(`heap in MB, after each ${500 * scale} failures: ${heap}`);
  expect(workers.diagnostics.length).toBeLessThanOrEqual(1_000);
  expect(heap.growthSince(warmUp)).toBeLessThan(mostGrowth);
});
