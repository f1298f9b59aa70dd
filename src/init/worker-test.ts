import { basename } from 'node:path';
import { inspect } from 'node:util';
import type { KnownWorker } from '../doctor';

/** The name of a worker's test file: that of the script, with its folders where `taken` has it already. */
export function testName({ script }: KnownWorker, taken: ReadonlySet<string>): string {
  const segments = script.replace(/\.\w+$/, '').split(/[\\/]/);
  for (let count = 1; count < segments.length; count += 1) {
    const name = `${segments.slice(-count).join('-')}.worker.test.ts`;
    if (!taken.has(name)) return name;
  }
  return `${basename(script)}.worker.test.ts`;
}

/**
 * A test that holds for every worker script that works: it starts without an error, runs, and gets a message. What the
 * script does with the message is for its author to say.
 */
export function workerTest({ className, url, message }: KnownWorker): string {
  const shownUrl = literal(url);
  const shownMessage = literal(message === undefined ? {} : message.value);
  const settings = message === undefined ? unknownMessage : '';
  const origin = message === undefined ? 'Write here what the app sends' : 'What the app sends';
  return `import { expect, test } from '@jest/globals';
import worker from '@ohos.worker';
import { workers } from 'fake-ohos-worker';

test(${literal(`the worker ${url} starts, runs, and gets a message`)}, () => {
${settings}  const wk = new worker.${className}(${shownUrl});
  const handle = workers.get(wk);
  wk.onerror = () => {}; // An error in a handler ends the worker; without onerror it would fail the test.

  workers.run(); // evaluates the script
  expect(handle.errors).toEqual([]);
  expect(wk).toBeRunning();

  // ${origin}; then add what the worker has to do: expect(wk).toHaveReceivedMessage(…).
  wk.postMessage(${shownMessage});
  workers.run(); // delivers it
  expect(handle.port.received).toEqual([${shownMessage}]);

  if (handle.state === 'running') wk.terminate(); // What it was sent may have ended it.
});
`;
}

/** A handler may reject what it doesn't know, and be `async`. */
const unknownMessage =
  "  workers.configure({ onUnhandled: 'record' }); // Not needed with a message that the worker knows.\n";

function literal(value: unknown): string {
  return inspect(value, {
    depth: null,
    breakLength: Number.POSITIVE_INFINITY,
    maxArrayLength: null,
    maxStringLength: null,
  });
}
