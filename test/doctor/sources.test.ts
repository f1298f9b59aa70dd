import { symlinkSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { examine } from '../../src/doctor';
import { isTestFile } from '../../src/doctor/source-files';
import { projectOnDisk } from '../project/project-on-disk';
import { findingsIn } from './support/findings-in';

const wrong = "import w from '@ohos.worker'; export const wk = new w.ThreadWorker('nowhere');";

describe('the sources of an app', () => {
  it('are those of its modules, in .ets, .ts and .js, wherever in them', () => {
    const files = ['Index.ets', 'src/main/ets/a/b/c.ts', 'src/main/js/d.js'];
    const lines = findingsIn(Object.fromEntries(files.map((file) => [`entry/${file}`, wrong])));
    expect(lines.map((line) => line.replace(/:.*/, ''))).toEqual([
      'entry/Index.ets',
      'a/b/c.ts',
      'entry/src/main/js/d.js',
    ]);
  });

  it('are not those of others, built ones, declarations and scripts of the build', () => {
    const files = [
      'oh_modules/x.ets',
      'node_modules/x.ts',
      'build/x.js',
      '.preview/x.ts',
      'src/main/ets/x.d.ts',
      'hvigorfile.ts',
    ];
    expect(findingsIn(Object.fromEntries(files.map((file) => [`entry/${file}`, wrong])))).toEqual([]);
  });

  it('must all be readable', () => {
    const root = projectOnDisk({ 'src/main/module.json5': { module: { name: 'entry', type: 'entry' } } });
    symlinkSync(join(root, 'gone.ts'), join(root, 'src/main/linked.ts'));
    expect(() => examine(root)).toThrow(`Cannot read ${join(root, 'src/main/linked.ts')} [FOW_SOURCE_UNREADABLE]
  - reason: ENOENT
Hint: make it readable, or remove it: the app is known with all its sources alone.`);
  });

  it('are not there for a module that nobody has', () => {
    const root = projectOnDisk({ 'build-profile.json5': { modules: [{ name: 'gone', srcPath: './gone' }] } });
    expect(examine(root).findings).toEqual([]);
  });

  it.each([
    ['C:\\app\\entry\\src\\ohosTest\\ets\\test\\A.ets', true],
    ['C:\\app\\entry\\src\\test\\A.ets', true],
    ['C:\\app\\entry\\src\\main\\ets\\A.test.ts', true],
    ['C:\\src\\test-app\\entry\\src\\main\\ets\\A.ts', false],
  ])('are known as tests on Windows, too: %s', (file, isTest) => {
    expect(isTestFile(file, win32)).toBe(isTest);
  });
});

describe('a folder', () => {
  it('must be there', () => {
    const folder = join(projectOnDisk({ 'src/main/module.json5': {} }), 'none');
    expect(() => examine(folder)).toThrow(new Error(`There is no folder ${folder} [FOW_NO_FOLDER]`));
  });

  it('must have a project at, above or below it', () => {
    const folder = projectOnDisk({ 'readme.txt': '' });
    expect(() => examine(folder)).toThrow(`No DevEco project at ${folder} [FOW_NO_PROJECT]
  - looked for: build-profile.json5, src/main/module.json5, src/main/config.json
  - looked in:  that folder, the folders above it and 3 levels below it
Hint: name the folder of the app: fake-ohos-worker doctor path/to/app`);
  });

  it('may be any of the project: all of the app is examined', () => {
    const root = projectOnDisk({
      'build-profile.json5': {
        modules: [
          { name: 'entry', srcPath: './entry' },
          { name: 'other', srcPath: './other' },
        ],
      },
      'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'other/src/main/ets/A.ets': wrong,
    });
    expect(examine(join(root, 'entry')).findings).toMatchObject([{ id: 'FOW-D01' }]);
  });
});

describe('a file that the parser does not understand', () => {
  const broken =
    "import { worker } from '@kit.ArkTS';\nexport function f(port = worker.workerPort) {\n  const a = [1, 2;\n}\n";

  it('is told with the place, if it uses workers; what is found elsewhere is told as well', () => {
    const lines = findingsIn({
      'entry/src/main/ets/model/Broken.ets': broken,
      'entry/src/main/ets/model/Other.ets': broken.replace('@kit.ArkTS', '@kit.ArkUI'),
      'entry/src/main/ets/pages/Index.ets':
        "import { worker } from '@kit.ArkTS';\nnew worker.ThreadWorker('entry/ets/workers/None.ets');",
    });
    expect(lines).toContain('pages/Index.ets:2:25 FOW-D01');
    expect(lines.filter((line) => line.endsWith('D11'))).toEqual(['model/Broken.ets:3:18 FOW-D11']);
  });

  it('is silenced by a comment, as every finding', () => {
    const silenced = broken.replace('export', '// fake-ohos-worker-ignore FOW-D11\n// and what follows\nexport');
    expect(findingsIn({ 'entry/src/main/ets/model/Broken.ets': silenced })).toHaveLength(1);
    const above = broken.replace('  const', '  // fake-ohos-worker-ignore FOW-D11: DevEco compiles it\n  const');
    expect(findingsIn({ 'entry/src/main/ets/model/Broken.ets': above })).toEqual([]);
  });
});
