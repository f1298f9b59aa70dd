import { describe, expect, it } from '@jest/globals';
import { jestMajors, nodeMajors } from './support/places';
import { type FileCoverage, type JestRun, runJest, summaryOf } from './support/run-jest';

const timeout = 180_000;

const tests = 'entry/src/test';

/** How many tests each file of the fixture holds; all of them pass. */
const passed = {
  'auto-mode': 4,
  console: 2,
  controls: 17,
  conversation: 2,
  'fake-timers': 4,
  instances: 5,
  isolation: 8,
  'kit-mock': 1,
  matchers: 5,
  'mock-automatic': 3,
  'mock-factory': 3,
  'mock-folder': 1,
  'mock-package': 1,
  'module-isolation': 1,
  'name-mapper': 1,
  'reset-modules': 2,
  scopes: 8,
  'shared-modules': 1,
  'source-positions': 3,
  spy: 3,
  'stand-ins': 8,
  'top-level-await': 6,
  uncaught: 10,
  unmock: 3,
};

function expectEverythingPassed(run: JestRun): void {
  const expected = Object.entries(passed).map(([name, count]) => {
    return [`<project>/${tests}/${name}.test.ts`, { passed: count, failures: [] }];
  });
  expect(summaryOf(run)).toEqual(Object.fromEntries(expected));
  expect(run.exitCode).toBe(0);
}

/** The source lines that statements begin on, by whether they were run. */
function linesOf({ statementMap, s }: FileCoverage): { covered: number[]; missed: number[] } {
  const lines = Object.entries(statementMap).map(([id, { start }]) => ({ line: start.line, hits: s[id] ?? 0 }));
  const pick = (wanted: boolean) =>
    lines
      .filter(({ hits }) => hits > 0 === wanted)
      .map(({ line }) => line)
      .sort((a, b) => a - b);
  return { covered: pick(true), missed: pick(false) };
}

function expectLogOfWorker({ output }: JestRun): void {
  expect(output).toContain(`    console.log
      [talker#1] heard everybody

      at entry/src/main/ets/workers/talker.ts:4:11
`);
}

describe('a Stage project', () => {
  it(
    'passes its tests',
    async () => {
      const run = await runJest('stage-app', [], { jest: 30 });

      expectEverythingPassed(run);
      expectLogOfWorker(run);
    },
    timeout,
  );

  it.each(jestMajors.map((jest, at) => ({ jest, node: nodeMajors[at] })))(
    'passes them with coverage, which counts what workers run, under Jest $jest and Node $node',
    async (versions) => {
      const run = await runJest('stage-app', ['--coverage'], versions);

      expectEverythingPassed(run);
      expectLogOfWorker(run);
      const ets = '<project>/entry/src/main/ets';
      const script = run.coverage[`${ets}/workers/throwing.ts`];
      const awaiting = run.coverage[`${ets}/workers/awaiting.ts`];
      const model = run.coverage[`${ets}/model/prices.ts`];
      expect(script && linesOf(script)).toEqual({ covered: [1, 8, 9, 10, 14, 14], missed: [] });
      expect(awaiting && linesOf(awaiting)).toEqual({ covered: [1, 3, 5, 6, 7, 8, 8, 8, 9, 10, 10], missed: [] });
      expect(model && linesOf(model)).toEqual({ covered: [1, 3, 4, 8], missed: [9] });
    },
    timeout,
  );
});
