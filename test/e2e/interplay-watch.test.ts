import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cacheOf, fixturesFolder, installationOf, jestMajors, projectIn } from './support/places';
import { runOrThrow } from './support/run-command';
import { listTests } from './support/run-jest';
import { WatchingJest } from './support/watching-jest';

const timeout = 180_000;

describe.each(jestMajors)('jest --watch, Jest %d', (major) => {
  const project = projectIn(major, 'watched');
  let jest: WatchingJest | undefined;

  afterEach(async () => {
    await jest?.stop();
    rmSync(project, { recursive: true, force: true });
  });

  it(
    'and --onlyChanged run the tests that a changed worker script concerns',
    async () => {
      cpSync(join(fixturesFolder, 'interplay'), project, { recursive: true });
      const git = (...args: string[]) => runOrThrow('git', args, { cwd: project, env: { PATH: process.env.PATH } });
      await git('init', '--quiet');
      await git('add', '.');
      await git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=all');
      const cli = join(installationOf(major), 'node_modules/jest/bin/jest.js');
      const args = ['--watch', '--selectProjects', 'life', 'minimal', `--cacheDirectory=${cacheOf(major)}`];
      jest = new WatchingJest(cli, args, project);

      await jest.printed('No tests found related to files changed since last commit.');
      appendFileSync(join(project, 'entry/src/main/ets/workers/shop.js'), '// changed\n');
      await jest.printed('Ran all test suites related to changed files');

      const ran = [...jest.output.matchAll(/^PASS .*\/(\w+)\.test\.js$/gm)].map(([, name]) => name);
      expect(ran.sort()).toEqual(['kinds', 'only', 'retries']);

      const tests = await listTests('watched', ['--onlyChanged', '--selectProjects', 'life', 'minimal'], {
        jest: major,
      });
      expect(tests).toEqual(ran.map((name) => `<project>/entry/src/life/${name}.test.js`));
      expect(dirname(project)).toBe(join(installationOf(major), 'projects'));
    },
    timeout,
  );
});
