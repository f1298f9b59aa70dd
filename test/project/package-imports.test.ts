import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { resolvePackageImport } from '../../src/project';
import { projectOnDisk } from './project-on-disk';

const dependencies = {
  har: 'file:../har',
  vendored: 'file:vendor/x',
  same: 'file:./vendor/x',
  fromWindows: 'file:..\\har',
  lost: 'file:vendor/lost',
  packed: 'file:../packed.har',
  installed: '1.0.0',
};
const files = {
  'entry/oh-package.json5': { dependencies },
  'entry/vendor/x/Index.ets': '',
  'entry/oh_modules/installed/index.ts': '',
  'entry/src/main/ets/pages/Index.ets': '',
  'har/oh-package.json5': { main: '.\\src\\Main.ets' },
  'har/src/Main.ets': '',
};

describe('resolvePackageImport', () => {
  const root = projectOnDisk(files);
  const fileOf = (name: string) => resolvePackageImport(name, join(root, 'entry/src/main/ets/pages'))?.file;

  it.each([
    ['vendored', 'entry/vendor/x/Index.ets'],
    ['same', 'entry/vendor/x/Index.ets'],
    ['vendored/src/a', 'entry/vendor/x/src/a'],
    ['har', 'har/src/Main.ets'],
    ['fromWindows', 'har/src/Main.ets'],
    ['installed', 'entry/oh_modules/installed/index.ts'],
  ])('finds %s', (name, file) => {
    expect(fileOf(name)).toBe(join(root, file));
  });

  it.each(['packed', 'unknown', './relative', 'libentry.so', '@ohos.worker'])('does not know %s', (name) => {
    expect(fileOf(name)).toBeUndefined();
  });

  it('says where the folder of a dependency was looked for', () => {
    expect(() => fileOf('lost')).toThrow(`there is nothing at: ${join(root, 'entry/vendor/lost')}`);
  });
});
