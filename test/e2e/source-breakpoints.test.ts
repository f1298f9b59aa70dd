import { existsSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedLaunch } from './support/launch-configuration';
import { cacheOf, installationOf, type JestMajor, jestMajors, projectIn } from './support/places';
import { type SourceBreakpoint, SourceDebugger, type Stop } from './support/source-debugger';

const timeout = 180_000;

const breakpoints: readonly SourceBreakpoint[] = [
  { file: 'Orders.ts', line: 15, by: 'script' },
  { file: 'Basket.ets', line: 19, by: 'script' },
  { file: 'Basket.ets', line: 17, by: 'url' },
  { file: 'Prices.ets', line: 16, by: 'url' },
];

/** Milliseconds; three times what the project gives handlers, tests and hooks. The debugger lets no virtual time pass. */
const longStay = 300;

interface Outcome {
  readonly stops: readonly Stop[];
  readonly exitCode: number | null;
  readonly output: string;
  readonly contexts: Readonly<Record<string, readonly (string | undefined)[]>>;
  /** The breakpoint that was set before any script was known. */
  readonly early: string;
}

/** Where one of the two projects stops. Nowhere: at the beginning of the compiled script. */
const stacks = [
  [' shop.test.ts:16'],
  ['onmessage Orders.ts:15', ' shop.test.ts:22'],
  ['onmessage Orders.ts:15', ' shop.test.ts:22'],
  ['add Basket.ets:19', ' shop.test.ts:32'],
  [' nowhere:null', ' shop.test.ts:33'],
  ['onmessage Prices.ets:15', ' shop.test.ts:33'],
  ['onmessage Prices.ets:16', ' shop.test.ts:33'],
  ['onmessage Basket.ets:17', ' shop.test.ts:33'],
  ['add Basket.ets:19', ' shop.test.ts:42'],
  [' nowhere:null', ' shop.test.ts:43'],
  [' shop.test.ts:45'],
  [' shop.test.ts:46'],
  ['onmessage Prices.ets:12', ' shop.test.ts:46'],
  ['onmessage Prices.ets:15', ' shop.test.ts:46'],
  ['onmessage Prices.ets:16', ' shop.test.ts:46'],
  ['onmessage Basket.ets:17', ' shop.test.ts:47'],
];

let session: SourceDebugger | undefined;

/** Two projects run the same tests one after the other: with and without type checks. */
async function debug(jest: JestMajor): Promise<Outcome> {
  const folder = projectIn(jest, 'source-breakpoints');
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(join(installationOf(jest), 'node_modules'), modules, 'junction');
  const launch = documentedLaunch(folder, 'entry/src/test/shop.test.ts');
  const args = [...launch.args, `--cacheDirectory=${cacheOf(jest)}`];
  session = new SourceDebugger({ ...launch, args }, breakpoints);
  await session.begin();
  const prices = pathToFileURL(join(folder, 'entry/src/main/ets/workers/Prices.ets')).href;
  const { breakpointId: early } = await session.breakAt(prices, 1);
  const stops: Stop[] = [];
  for (let stop = await session.goOn(); stop !== undefined; stop = await session.goOn(wayOn(stop))) {
    if (isLong(stop, stops)) await later(longStay);
    stops.push(stop);
  }
  const { ended, output } = session.program;
  const contexts = Object.fromEntries(
    ['Orders.ts', 'Prices.ets'].map((file) => [file, session?.contextsOf(file) ?? []]),
  );
  return { stops, exitCode: await ended, output, contexts, early };
}

/** In a hook, in a handler of a worker, and in a test; each of them once. */
function isLong({ stack: [place] }: Stop, before: readonly Stop[]): boolean {
  const isNew = before.every(({ stack }) => stack[0] !== place);
  return isNew && [' shop.test.ts:16', 'onmessage Orders.ts:15', 'add Basket.ets:19'].includes(place ?? '');
}

function wayOn({ stack: [place] }: Stop): 'resume' | 'stepOver' | 'stepInto' {
  if (place?.endsWith('shop.test.ts:45')) return 'stepOver';
  return place?.endsWith('shop.test.ts:46') ? 'stepInto' : 'resume';
}

describe.each(jestMajors)('a debugger of sources, under Jest %d', (jest) => {
  let outcome: Outcome;

  beforeAll(async () => {
    outcome = await debug(jest);
  }, timeout);

  afterAll(() => session?.program.kill());

  it('stops on the lines of the sources: at breakpoints, debugger statements and steps into a worker', () => {
    expect(outcome.stops.map(({ stack }) => stack)).toEqual([...stacks, ...stacks]);
  });

  it('tells the variables of a handler', () => {
    const locals = ['Orders.ts:15', 'Prices.ets:16', 'Basket.ets:17'].map(
      (place) => outcome.stops.find(({ stack: [innermost] }) => innermost?.endsWith(place))?.locals,
    );

    expect(locals).toEqual([
      { data: 'Object', order: 'Object', label: '2 x tea' },
      { event: 'Object', name: 'tea', quote: 'Object' },
      { event: 'Object', quote: 'Object' },
    ]);
  });

  it('binds a breakpoint of a file that is not loaded yet in each worker that runs it', () => {
    const stops = outcome.stops.filter(({ breakpoints }) => breakpoints.includes(outcome.early));

    expect(stops.map(({ context, locals }) => [context, basename(String(locals.__filename))])).toEqual(
      Array(4).fill(['worker#1', 'Prices.ets']),
    );
  });

  it('knows one script for each worker, in a context with its name', () => {
    expect(outcome.contexts).toEqual({
      'Orders.ts': ['worker#1', 'worker#2', 'worker#1', 'worker#2'],
      'Prices.ets': Array(4).fill('worker#1'),
    });
  });

  it('stands still for longer than handlers, tests and hooks may take, and nothing fails', () => {
    expect(outcome).toMatchObject({ exitCode: 0, output: expect.stringContaining('Tests:       6 passed, 6 total') });
    expect(outcome.output).not.toContain('FOW_');
  });
});
