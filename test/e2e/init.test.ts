import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { addFiles, faFiles } from '../project/project-on-disk';
import { installationOf, projectIn, repoFolder } from './support/places';
import { type CommandResult, runCommand, runNpm } from './support/run-command';
import { runJest, summaryOf } from './support/run-jest';

const timeout = 180_000;
const command = join(installationOf(30), 'node_modules/fake-ohos-worker/dist/cli.js');

/** As DevEco Studio makes it: pages and workers in ArkTS, one worker in TypeScript, a HAR with a worker of its own. */
const stageApp = {
  'build-profile.json5': `{
    app: { products: [{ name: 'default' }] },
    modules: [{ name: 'entry', srcPath: './entry' }, { name: 'library', srcPath: './library' }],
  }`,
  'AppScope/app.json5': { app: { bundleName: 'com.example.app' } },
  'entry/build-profile.json5': `{
    apiType: 'stageMode',
    buildOption: { sourceOption: { workers: [
      './src/main/ets/workers/Resize.ets',
      './src/main/ets/workers/Plain.ts',
      './src/main/ets/workers/Rejecting.ets',
    ] } },
  }`,
  'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
  'entry/src/main/ets/pages/Index.ets': `import { MessageEvents, worker } from '@kit.ArkTS';
    @Entry
    @Component
    struct Index {
      @State width: number = 0;
      private wk: worker.ThreadWorker = new worker.ThreadWorker('entry/ets/workers/Resize.ets');

      aboutToAppear() {
        this.wk.onmessage = (e: MessageEvents) => { this.width = e.data as number; };
        this.wk.onerror = () => {};
        this.wk.postMessage({ kind: 'resize', sizes: [1, 2] });
      }

      aboutToDisappear() { this.wk.terminate(); }

      build() { Text(this.width.toString()).width('100%') }
    }`,
  'entry/src/main/ets/workers/Resize.ets': `import { ErrorEvent, MessageEvents, ThreadWorkerGlobalScope, worker } from '@kit.ArkTS';
    import { http } from '@kit.NetworkKit';
    const workerPort: ThreadWorkerGlobalScope = worker.workerPort;
    class Task { kind: string = ''; sizes: number[] = []; }
    workerPort.onmessage = (e: MessageEvents) => {
      const task = e.data as Task;
      if (task.kind === 'load') http.createHttp();
      workerPort.postMessage(task.sizes[1]);
    };
    workerPort.onerror = (e: ErrorEvent) => {};`,
  'entry/src/main/ets/workers/Plain.ts': `import worker, { type MessageEvents } from '@ohos.worker';
    worker.workerPort.onmessage = (e: MessageEvents): void => {
      worker.workerPort.postMessage(e.data.list.length);
    };`,
  'entry/src/main/ets/workers/Rejecting.ets': `import { worker } from '@kit.ArkTS';
    worker.workerPort.onmessage = async (e: ESObject) => { await e.data.load.now(); };`,
  'library/src/main/module.json5': { module: { name: 'library', type: 'har' } },
  'library/build-profile.json5': { buildOption: { sourceOption: { workers: ['./src/main/ets/workers/Search.ets'] } } },
  'library/src/main/ets/workers/Search.ets': `import { worker } from '@kit.ArkTS';
    worker.workerPort.onmessage = () => { worker.workerPort.close(); };`,
};

/** A test that the user adds: of code in ArkTS, in a package of ohpm, and with an enum that is no object in TypeScript. */
const ownTest = {
  'oh-package.json5': "{ dependencies: { library: 'file:./library' } }",
  'library/Index.ets': 'export const half = (n: number): number => n / 2;',
  'entry/src/main/ets/model/Size.ts': 'export const enum Size { Small = 1, Large = 2 }',
  'entry/src/main/ets/model/Area.ets': `import { Size } from './Size';
    export function area(size: Size): number { return size === Size.Large ? 9 : 1; }`,
  'entry/src/test/Area.test.ts': `import { expect, test } from '@jest/globals';
    import { half } from 'library';
    import { area } from '../main/ets/model/Area';
    import { Size } from '../main/ets/model/Size';
    test('area', () => expect(half(area(Size.Large))).toBe(4.5));`,
};

const faApp = {
  ...faFiles,
  'entry/src/main/js/MainAbility/pages/index/index.js': `import worker from '@ohos.worker';
    export default {
      onInit() {
        const wk = new worker.Worker('workers/script.js');
        wk.onerror = () => {};
        wk.postMessage(1);
        wk.terminate();
      },
    };`,
  'entry/src/main/js/MainAbility/workers/script.js': `import worker from '@ohos.worker';
    const port = worker.parentPort;
    port.onmessage = (e) => port.postMessage(e.data);`,
};

function fakeOhosWorker(cwd: string, ...args: string[]): Promise<CommandResult> {
  return runCommand(process.execPath, [command, ...args], { cwd, env: { LANG: 'en_US.UTF-8', NO_COLOR: '1' } });
}

describe('fake-ohos-worker init', () => {
  const stage = projectIn(30, 'init-stage');
  const fa = projectIn(30, 'init-fa');

  beforeAll(() => {
    addFiles(stage, stageApp);
    addFiles(fa, faApp);
  });

  it(
    'gives a Stage app of .ets and .ts, when called in a module, what `npm test` needs to pass',
    async () => {
      expect(await fakeOhosWorker(join(stage, 'entry'), 'init')).toEqual({
        exitCode: 0,
        stderr: '',
        stdout: `wrote ${join(stage, 'package.json')}
wrote ${join(stage, 'jest.config.js')}
wrote ${join(stage, 'tsconfig.json')}
wrote ${join('src/test/Resize.worker.test.ts')}
wrote ${join('src/test/Plain.worker.test.ts')}
wrote ${join('src/test/Rejecting.worker.test.ts')}
wrote ${join(stage, 'library/src/test/Search.worker.test.ts')}
Next: npm install && npm test
`,
      });

      addFiles(stage, ownTest);
      await expect(runNpm(['test'], stage)).resolves.toContain('jest');
    },
    timeout,
  );

  it('writes the message that the app itself posts', () => {
    const test = readFileSync(join(stage, 'entry/src/test/Resize.worker.test.ts'), 'utf8');

    expect(test).toContain("new worker.ThreadWorker('entry/ets/workers/Resize.ets')");
    expect(test).toContain("wk.postMessage({ kind: 'resize', sizes: [ 1, 2 ] });");
  });

  it(
    'writes tests that fail with a script that throws, or that is gone',
    async () => {
      addFiles(stage, { 'entry/src/main/ets/workers/Plain.ts': "throw new Error('broken');" });
      rmSync(join(stage, 'entry/src/main/ets/workers/Rejecting.ets'));
      const summary = summaryOf(await runJest('init-stage', [], { jest: 30 }));

      expect(Object.entries(summary).map(([file, { passed }]) => [file, passed])).toEqual([
        ['<project>/entry/src/test/Area.test.ts', 1],
        ['<project>/entry/src/test/Plain.worker.test.ts', 0],
        ['<project>/entry/src/test/Rejecting.worker.test.ts', 0],
        ['<project>/entry/src/test/Resize.worker.test.ts', 1],
        ['<project>/library/src/test/Search.worker.test.ts', 1],
      ]);
    },
    timeout,
  );

  it(
    'gives an FA app in JavaScript what its tests need to pass',
    async () => {
      expect((await fakeOhosWorker(fa, 'init')).exitCode).toBe(0);
      const run = await runJest('init-fa', [], { jest: 30 });

      expect(summaryOf(run)).toEqual({
        '<project>/entry/src/test/script.worker.test.ts': { passed: 1, failures: [] },
      });
    },
    timeout,
  );

  it(
    'gives the example of several modules tests for the workers of all of them',
    async () => {
      const example = projectIn(30, 'init-example');
      cpSync(join(repoFolder, 'examples/multi-module'), example, { recursive: true });
      for (const file of ['package.json', 'jest.config.js']) rmSync(join(example, file));
      expect((await fakeOhosWorker(example, 'init')).exitCode).toBe(0);

      expect(summaryOf(await runJest('init-example', ['--testPathPatterns=worker.test'], { jest: 30 }))).toEqual({
        '<project>/catalog/src/test/Search.worker.test.ts': { passed: 1, failures: [] },
        '<project>/entry/src/test/Import.worker.test.ts': { passed: 1, failures: [] },
        '<project>/entry/src/test/Thumbnail.worker.test.ts': { passed: 1, failures: [] },
        '<project>/imaging/src/test/Decode.worker.test.ts': { passed: 1, failures: [] },
      });
    },
    timeout,
  );

  it('leaves everything as it is the second time', async () => {
    const before = readFileSync(join(fa, 'package.json'), 'utf8');

    expect((await fakeOhosWorker(fa, 'init')).stdout).toBe(`left package.json (lacks nothing)
left jest.config.js (exists already)
left tsconfig.json (exists already)
left ${join('entry/src/test/script.worker.test.ts')} (exists already)
`);
    expect(readFileSync(join(fa, 'package.json'), 'utf8')).toBe(before);
  });
});
