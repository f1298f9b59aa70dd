import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes files into a new temporary folder, removed after the tests of the file; objects are written as JSON. */
export function projectOnDisk(files: Readonly<Record<string, string | object>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fow-project-')));
  made.push(root);
  addFiles(root, files);
  return root;
}

export function addFiles(root: string, files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** A Stage application: `entry` with two registered scripts and its tests, an HSP, a HAR, and a second HAP. */
export const stageFiles = {
  'build-profile.json5': `{
    // as DevEco Studio writes it
    app: { products: [{ name: 'default' }] },
    modules: [
      { name: 'entry', srcPath: './entry' },
      { name: 'hsp', srcPath: './libs/hsp' },
      { name: 'har', srcPath: './libs/har' },
      { name: 'watch', srcPath: './watch' },
    ],
  }`,
  'AppScope/app.json5': { app: { bundleName: 'com.example.app' } },
  'entry/build-profile.json5': {
    apiType: 'stageMode',
    buildOption: {
      sourceOption: { workers: ['./src/main/ets/workers/worker.ts', './src/main/ets/workers/my.worker.ets'] },
    },
  },
  'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
  'entry/src/main/ets/pages/Index.ets': '',
  'entry/src/main/ets/workers/worker.ts': '',
  'entry/src/main/ets/workers/my.worker.ets': '',
  'entry/src/main/ets/workers/Resize.ets': '',
  'entry/src/main/resources/rawfile/raw.ts': '',
  'entry/src/ohosTest/module.json5': { module: { name: 'entry_test', type: 'feature' } },
  'entry/src/ohosTest/ets/test/Ability.test.ets': '',
  'entry/src/ohosTest/ets/workers/w.ets': '',
  'entry/src/test/Local.test.ts': '',
  'entry/src/test/only-here.ts': '',
  'libs/hsp/src/main/module.json5': { module: { name: 'hsp', type: 'shared' } },
  'libs/hsp/src/main/ets/pages/Page.ets': '',
  'libs/hsp/src/main/ets/workers/worker.ets': '',
  'libs/har/oh-package.json5': { name: '@team/har', version: '1.2.0' },
  'libs/har/build-profile.json5': {
    targets: [
      {
        name: 'default',
        config: { buildOption: { sourceOption: { workers: ['./src/main/ets/workers/worker.ets'] } } },
      },
    ],
  },
  'libs/har/src/main/module.json5': { module: { name: 'har', type: 'har' } },
  'libs/har/src/main/ets/Starter.ets': '',
  'libs/har/src/main/ets/workers/worker.ets': '',
  'libs/har/src/main/ets/workers/unlisted.ets': '',
  'watch/src/main/module.json5': { module: { name: 'watch', type: 'feature' } },
  'watch/src/main/ets/workers/worker.ets': '',
};

/** An FA application of two abilities and its tests. */
export const faFiles = {
  'build-profile.json5': { app: {}, modules: [{ name: 'entry', srcPath: './entry' }] },
  'entry/build-profile.json5': { apiType: 'faMode' },
  'entry/src/main/config.json': {
    app: { bundleName: 'com.example.old' },
    module: {
      distro: { moduleName: 'entry', moduleType: 'entry' },
      abilities: [{ srcPath: 'MainAbility' }, { srcPath: 'OtherAbility' }],
    },
  },
  'entry/src/main/ets/MainAbility/pages/index.ets': '',
  'entry/src/main/ets/MainAbility/workers/own.ts': '',
  'entry/src/main/ets/OtherAbility/pages/index.ets': '',
  'entry/src/main/ets/OtherAbility/workers/other.ts': '',
  'entry/src/main/ets/workers/worker.ts': '',
  'entry/src/main/js/MainAbility/workers/script.js': '',
};
