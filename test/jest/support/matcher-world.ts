import { stripVTControlCharacters } from 'node:util';
import { expect } from '@jest/globals';
import { createMatchers } from '../../../src/jest/matchers/create-matchers';
import '../../../src/jest/matchers/matcher-types';
import type { FakeOhosWorkerOptions } from '../../../src/world';
import { type InlineWorld, inlineWorld } from '../../world/support/inline-world';

const scripts = {
  'echo.ts': 'const port = worker.workerPort; port.onmessage = ({ data }) => port.postMessage(data);',
  'timer.ts': 'globals.setInterval(() => {}, 100);',
  'early.ts': "worker.workerPort.postMessage('too early');",
  'throwing.ts': `
    class OrderError extends RangeError {}
    worker.workerPort.onmessage = ({ data }) => {
      if (data === 'text') throw 'just a text';
      throw data === 'order' ? new OrderError('no stock') : new Error(data);
    };`,
};

/** A world whose workers the matchers of `expect` are about from now on. */
export function matcherWorld(options: FakeOhosWorkerOptions = {}): InlineWorld {
  const inline = inlineWorld(scripts, options);
  expect.extend(createMatchers(inline.world, inline.workers) as never);
  return inline;
}

/** What a failing assertion prints: without colours, with `<here>` for positions in the test. */
export function failureOf(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    const { message } = error as Error;
    return stripVTControlCharacters(message).replaceAll(/\S+\/test\/jest\/\S+:\d+:\d+/g, '<here>');
  }
  return 'it passed';
}

/** What a failing assertion prints above the advice, the diagnostics and the trace. */
export function factsOf(assertion: () => unknown): string {
  const [, ...sections] = failureOf(assertion).split('\n\n');
  const end = sections.findIndex((section) => /^(queued|timers of|what a device|trace of)/.test(section));
  return sections.slice(0, end < 0 ? undefined : end).join('\n\n');
}
