import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dependencyFolder } from '../../src/project/dependency-folder';

describe('dependencyFolder', () => {
  it.each([
    ['file:./vendor/x', '/app/entry/vendor/x'],
    ['file:vendor/x', '/app/entry/vendor/x'],
    ['file:x', '/app/entry/x'],
    ['file:..', '/app'],
    ['file:../har', '/app/har'],
    ['file:..\\har', '/app/har'],
    ['file:/libs/har', '/libs/har'],
    ['./vendor/x', '/app/entry/vendor/x'],
    ['..\\har', '/app/har'],
    ['/libs/har', '/libs/har'],
  ])('is what %s names', (declared, folder) => {
    expect(dependencyFolder(declared, '/app/entry', posix)).toBe(folder);
  });

  it.each([
    ['file:./vendor/x', 'C:\\app\\entry\\vendor\\x'],
    ['file:vendor\\x', 'C:\\app\\entry\\vendor\\x'],
    ['file:..\\har', 'C:\\app\\har'],
    ['file:../har', 'C:\\app\\har'],
    ['..\\har', 'C:\\app\\har'],
    ['file:D:\\libs\\har', 'D:\\libs\\har'],
    ['D:/libs/har', 'D:\\libs\\har'],
    ['file:\\libs\\har', 'C:\\libs\\har'],
    ['file:\\\\server\\libs\\har', '\\\\server\\libs\\har'],
  ])('is what %s names on Windows', (declared, folder) => {
    expect(dependencyFolder(declared, 'C:\\app\\entry', win32)).toBe(folder);
  });

  it.each(['1.0.0', '^1.2.0', 'latest', 'vendor/x', '', 'file:', 'file:../har.har', '..\\libs\\net.tgz', './x.hsp'])(
    'is none for %j',
    (declared) => {
      expect(dependencyFolder(declared, '/app/entry', posix)).toBeUndefined();
      expect(dependencyFolder(declared, 'C:\\app\\entry', win32)).toBeUndefined();
    },
  );
});
