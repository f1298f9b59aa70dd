import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { installationOf, projectIn, repoFolder } from './support/places';
import { runCommand, runNpm } from './support/run-command';
import { runJest, summaryOf } from './support/run-jest';

/** The trace that the README shows: what both models print, but for the script's URL. */
const [, trace = ''] = /^```text\n(.*?\n)```$/ms.exec(readFileSync(join(repoFolder, 'README.md'), 'utf8')) ?? [];

const projects = ['stage-model', 'fa-model', 'fa-js', 'multi-module'].map((name) => `--projects=${name}`);

/** `npm run example` runs them with the Jest that their package.json asks for. */
it('the examples pass under Jest 29, too; two of them print the trace that the README shows', async () => {
  const run = await runJest('examples', projects, { jest: 29 });

  expect(summaryOf(run)).toEqual({
    '<project>/fa-js/entry/src/test/index.test.js': { passed: 2, failures: [] },
    '<project>/fa-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
    '<project>/multi-module/entry/src/ohosTest/ets/test/Catalog.test.ets': { passed: 3, failures: [] },
    '<project>/multi-module/entry/src/test/EntryAbility.test.ets': { passed: 1, failures: [] },
    '<project>/multi-module/entry/src/test/Import.test.ets': { passed: 2, failures: [] },
    '<project>/multi-module/entry/src/test/ThumbnailPool.test.ets': { passed: 2, failures: [] },
    '<project>/stage-model/entry/src/test/Greeter.test.ts': { passed: 3, failures: [] },
  });
  const printed = run.output.replaceAll(/^ +/gm, '');
  expect(printed).toContain(trace);
  expect(printed).toContain(trace.replace("'entry/ets/workers/worker.ts'", "'../workers/worker.ts'"));
  expect(trace).toContain("new ThreadWorker('entry/ets/workers/worker.ts')");
}, 180_000);

it('init makes the app of three modules testable where nothing of that is there yet', async () => {
  const project = projectIn(30, 'examples-init');
  cpSync(join(repoFolder, 'examples/multi-module'), project, { recursive: true });
  for (const name of ['package.json', 'jest.config.js', 'entry/src/test'])
    rmSync(join(project, name), { recursive: true });
  const command = join(installationOf(30), 'node_modules/fake-ohos-worker/dist/cli.js');
  const { exitCode, stdout } = await runCommand(process.execPath, [command, 'init'], {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1', LANG: 'en_US.UTF-8', LC_ALL: '' },
  });

  expect({ exitCode, wrote: stdout.match(/(?<=^wrote ).*/gm)?.sort() }).toEqual({
    exitCode: 0,
    wrote: [
      'catalog/src/test/Search.worker.test.ts',
      'entry/src/test/Import.worker.test.ts',
      'entry/src/test/Thumbnail.worker.test.ts',
      'imaging/src/test/Decode.worker.test.ts',
      'jest.config.js',
      'package.json',
      'tsconfig.json',
    ].map((file) => join(file)),
  });
  await expect(runNpm(['test'], project)).resolves.toContain('jest');
}, 180_000);
