import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import worker from '@ohos.worker';
import { workers } from 'fake-ohos-worker';
import { toHtml } from 'fake-ohos-worker/views';
import type { Measure } from '../../measure';
import { message } from '../../message';

/** Half of them are answers. */
const messages = 10_000;

export const measure: Measure = (operations) => {
  const wk = new worker.ThreadWorker('entry/ets/workers/sum.ts');
  wk.onmessage = () => {};
  for (let posted = 0; posted < messages / 2; posted++) wk.postMessage(message);
  workers.run();
  const folder = mkdtempSync(join(tmpdir(), 'trace-html-'));
  const file = join(folder, 'trace.html');
  let whole = 0;
  const start = performance.now();
  for (let written = 0; written < operations; written++) {
    writeFileSync(file, toHtml(workers.trace.toJSON()));
    if (statSync(file).size > messages * 300) whole++;
  }
  const milliseconds = performance.now() - start;
  rmSync(folder, { recursive: true });
  workers.reset();
  return { milliseconds, replies: whole };
};
