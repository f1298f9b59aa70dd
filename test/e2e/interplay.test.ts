import { describe, expect, it } from '@jest/globals';
import { jestMajors } from './support/places';
import { listTests, runJest, summaryOf } from './support/run-jest';

const timeout = 180_000;

/** How many tests of the fixture's files pass; none fails. */
function passing(counts: Readonly<Record<string, number>>): ReturnType<typeof summaryOf> {
  const files = Object.entries(counts).map(([name, passed]) => {
    return [`<project>/entry/src/${name}`, { passed, failures: [] }] as const;
  });
  return Object.fromEntries(files);
}

describe.each(jestMajors)('under Jest %d', (jest) => {
  it(
    'projects of many settings pass in random order and leak nothing',
    async () => {
      const names = [
        'reset-modules',
        'isolate',
        'clearMocks',
        'resetMocks',
        'restoreMocks',
        'life',
        'jsdom',
        'docblock',
      ];
      const watching = ['--detectLeaks', '--logHeapUsage', '--randomize', '--seed=7'];
      const projects = ['--selectProjects', ...names, 'setup', 'plain'];
      const run = await runJest('interplay', [...watching, ...projects], { jest });

      expect(summaryOf(run)).toEqual(
        passing({
          'docblock/docblock.test.js': 1,
          'isolate/isolate.test.js': 3,
          'jsdom/jsdom.test.js': 5,
          'life/kinds.test.js': 7,
          'life/only.test.js': 1,
          'life/retries.test.js': 1,
          'mocks/mocks.test.js': 2,
          'plain/isolate.test.js': 3,
          'reset-modules/reset-modules.test.js': 4,
          'setup/setup.test.js': 4,
        }),
      );
      expect(run.output).not.toContain('leaking');
      expect(run.output).toContain('MB heap size');
      expect(run.output).toContain('globalTeardown: MODULE_NOT_FOUND');
      expect(run.exitCode).toBe(0);
    },
    timeout,
  );

  it(
    'tests pass in parallel threads, without a cache, in a minimal environment, picked by name, in two shards',
    async () => {
      const parallel = ['--maxWorkers=2', '--workerThreads', '--no-cache', '--bail', '--silent'];
      const picked = ['--selectProjects', 'life', 'minimal', '--testNamePattern=worker'];
      const runShard = (shard: string) => runJest('interplay', [...parallel, `--shard=${shard}`, ...picked], { jest });
      const runs = [await runShard('1/2'), await runShard('2/2')];

      expect(runs.map(({ files }) => Object.keys(files).length)).toEqual([2, 2]);
      expect(Object.assign({}, ...runs.map(summaryOf))).toEqual(
        passing({
          'life/kinds.test.js': 3,
          'life/only.test.js': 1,
          'life/retries.test.js': 0,
          'minimal/minimal.test.js': 2,
        }),
      );
      for (const run of runs) {
        expect(run.output).not.toContain('console.');
        expect(run.exitCode).toBe(0);
      }
    },
    timeout,
  );

  it(
    'concurrent tests and other test runners are refused, and nothing else suffers',
    async () => {
      const run = await runJest('interplay', ['--config=refused.config.js'], { jest });
      const { files } = run;

      const refusal = (title: string) =>
        expect.stringContaining(
          [
            `FakeOhosWorkerError: The concurrent test "${title}" can't use workers [FOW_CONCURRENT_TEST]`,
            '  - all tests of a file share one queue and one clock',
            '  - concurrent tests run at the same time',
            'Hint: write `test` instead of `test.concurrent`; test files run in parallel all the same.',
            '',
          ].join('\n'),
        );
      expect(files['<project>/entry/src/refused/concurrent.test.js']?.tests).toEqual({
        'a shop sells tea': { status: 'failed', failures: [refusal('a shop sells tea')] },
        'a shop runs': { status: 'failed', failures: [refusal('a shop runs')] },
        'a shop does without workers': { status: 'passed', failures: [] },
        'a shop sells cake in a test of its own': { status: 'passed', failures: [] },
      });
      expect(run.output.match(/can't use workers \[FOW_CONCURRENT_TEST\]/g)).toHaveLength(4);
      expect(files['<project>/entry/src/refused/jasmine.test.js']?.message).toContain(
        [
          '    FakeOhosWorkerError: Workers can\'t be used with the test runner "../../node_modules/jest-jasmine2/build/index.js" [FOW_TEST_RUNNER_UNKNOWN]',
          '      - it sends none of the events by which jest-circus tells when a test begins and ends',
          "    Hint: remove `testRunner` from the Jest config: jest-circus is Jest's own choice.",
          '',
        ].join('\n'),
      );
    },
    timeout,
  );

  it(
    'tests that are ES modules have workers, and no handle stays open',
    async () => {
      const nodeOptions = ['--experimental-vm-modules'];
      const run = await runJest('interplay', ['--config=esm.config.js', '--detectOpenHandles'], { jest, nodeOptions });

      expect(summaryOf(run)).toEqual(
        passing({ 'esm/conversation.test.ts': 4, 'esm/mock.test.ts': 3, 'esm/native.test.mjs': 1 }),
      );
      expect(run.output).not.toContain('open handle');
      expect(run.exitCode).toBe(0);
    },
    timeout,
  );

  it(
    'the coverage of V8 holds what only workers run',
    async () => {
      const coverage = ['--coverage', '--coverageProvider=v8', '--collectCoverageFrom=entry/src/main/ets/**/*.js'];
      const run = await runJest('interplay', [...coverage, '--selectProjects=life', 'retries'], { jest });

      const ets = '<project>/entry/src/main/ets';
      const hitsOf = (file: string) => Object.values(run.coverage[`${ets}/${file}`]?.s ?? {}).map((hits) => hits > 0);
      expect(Object.keys(run.coverage).sort()).toEqual([
        `${ets}/model/prices.js`,
        `${ets}/workers/echo.js`,
        `${ets}/workers/shop.js`,
      ]);
      expect(hitsOf('model/prices.js')).not.toContain(false);
      expect(hitsOf('workers/shop.js')).not.toContain(false);
      expect(hitsOf('workers/echo.js')).not.toContain(true);
    },
    timeout,
  );

  it(
    'the tests are found that use a module only through the URL of a worker script',
    async () => {
      const args = ['--selectProjects', 'life', 'minimal', '--findRelatedTests', 'entry/src/main/ets/model/prices.js'];
      const tests = await listTests('interplay', args, { jest });

      expect(tests).toEqual(['kinds', 'only', 'retries'].map((name) => `<project>/entry/src/life/${name}.test.js`));
    },
    timeout,
  );
});
