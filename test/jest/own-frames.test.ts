import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { ownFolder } from '../../src/jest/own-files';
import { hideOwnFrames, printWithoutFrames } from '../../src/jest/own-frames';

const builtin = '';
const own = join(ownFolder, 'engine.js');

/** The files of the frames that are left of a stack, in a realm that prepares stacks by itself. */
function leftOf(files: readonly string[]): unknown {
  const realmError = { prepareStackTrace: (_: Error, sites: NodeJS.CallSite[]) => sites.map(fileOf) };
  hideOwnFrames(realmError as never);
  const sites = files.map((file) => ({ getFileName: () => file, getScriptNameOrSourceURL: () => file }));
  return realmError.prepareStackTrace(new Error('made in the test'), sites as never);
}

function fileOf(site: NodeJS.CallSite): string | null {
  return site.getFileName();
}

describe('hideOwnFrames', () => {
  it('hides the builtin functions that its own code calls, and leaves those that user code calls', () => {
    expect(leftOf(['/app/worker.ts', builtin, own, '/app/test.ts'])).toEqual(['/app/worker.ts', '/app/test.ts']);
    expect(leftOf([own, '/app/a.ts', builtin, '/app/b.ts', builtin])).toEqual([
      '/app/a.ts',
      builtin,
      '/app/b.ts',
      builtin,
    ]);
  });

  it('hides the timers of Jest, which fire those of workers', () => {
    const timers = '/app/node_modules/@sinonjs/fake-timers/src/fake-timers-src.js';
    expect(leftOf(['/app/worker.ts', own, timers, '/app/test.ts'])).toEqual(['/app/worker.ts', '/app/test.ts']);
  });

  it('leaves a stack of nothing but its own frames as it is', () => {
    expect(leftOf([own, own])).toEqual([own, own]);
  });

  it('works in a realm that leaves the stacks to Node', () => {
    const realmError: { prepareStackTrace?: (error: Error, sites: unknown[]) => unknown } = {};
    const outer = runInThisContext('Error') as ErrorConstructor;
    const before = outer.prepareStackTrace;
    outer.prepareStackTrace = (_, sites) => sites.map(fileOf);
    try {
      hideOwnFrames(realmError as never);
    } finally {
      if (before !== undefined) outer.prepareStackTrace = before;
    }
    const site = (file: string) => ({ getFileName: () => file });
    expect(realmError.prepareStackTrace?.(new Error('made in the test'), [site(own), site('/app/a.ts')])).toEqual([
      '/app/a.ts',
    ]);
  });
});

it('printWithoutFrames leaves no frames below what Jest prints meanwhile, and does so no longer', () => {
  const stack = () => runInThisContext('new Error("printed").stack') as string;
  let printed = '';
  printWithoutFrames(() => {
    printed = stack();
  });
  expect(printed).toBe('Error: printed');
  expect(stack()).toContain('\n');
});
