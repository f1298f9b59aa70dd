import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { folderDeclared } from '../../src/project/package-imports';

describe('a dependency of oh-package.json5', () => {
  it.each([
    ['file:../har', '/app/har'],
    ['file:vendor/har', '/app/entry/vendor/har'],
    ['file:./vendor/har/', '/app/entry/vendor/har'],
    ['file:..\\har', '/app/har'],
    ['../har', '/app/har'],
    ['file:/opt/har', '/opt/har'],
  ])('%j is a folder', (declared, folder) => {
    expect(folderDeclared(declared, '/app/entry', posix)).toBe(folder);
  });

  it.each([
    ['file:..\\har', 'D:\\app\\har'],
    ['file:../har', 'D:\\app\\har'],
    ['file:vendor\\har', 'D:\\app\\entry\\vendor\\har'],
    ['file:E:\\shared\\har', 'E:\\shared\\har'],
    ['E:/shared/har', 'E:\\shared\\har'],
    ['..\\..\\har', 'D:\\har'],
    ['file:\\\\server\\share\\har', '\\\\server\\share\\har'],
  ])('%j is a folder on Windows', (declared, folder) => {
    expect(folderDeclared(declared, 'D:\\app\\entry', win32)).toBe(folder);
  });

  it.each(['1.2.3', '^1.0.0', 'latest', '', 'file:', 'file:../har.har', 'file:lib/x.tgz', './shared.hsp', 'x/y'])(
    '%j is for ohpm',
    (declared) => {
      expect(folderDeclared(declared, '/app/entry', posix)).toBeUndefined();
    },
  );
});
