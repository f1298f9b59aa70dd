import { posix, win32 } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isInside, slashedPath } from '../../src/project/folder-path';
import type { ProjectModule } from '../../src/project/project-module';
import { placeOfFile } from '../../src/project/record-name';

describe('isInside', () => {
  it.each(['/app', '/app/entry/w.ts', '/app/..hidden/w.ts'])('holds for %s below /app', (file) => {
    expect(isInside('/app', file, posix)).toBe(true);
  });

  it.each(['/', '/apple/w.ts', '/etc/passwd'])('does not hold for %s below /app', (file) => {
    expect(isInside('/app', file, posix)).toBe(false);
  });

  it.each(['C:\\app\\entry\\w.ts', 'c:\\APP\\entry\\w.ts', 'C:/app/entry/w.ts'])('holds on Windows for %s', (file) => {
    expect(isInside('C:\\app', file, win32)).toBe(true);
  });

  it.each(['C:\\', 'C:\\apple\\w.ts', 'D:\\app\\w.ts', '\\\\server\\app\\w.ts'])(
    'does not hold on Windows for %s',
    (file) => {
      expect(isInside('C:\\app', file, win32)).toBe(false);
    },
  );
});

describe('slashedPath', () => {
  it('is the same text on Windows and elsewhere', () => {
    expect(slashedPath('/app', '/app/entry/src/w.ts', posix)).toBe('entry/src/w.ts');
    expect(slashedPath('C:\\app', 'C:\\app\\entry\\src\\w.ts', win32)).toBe('entry/src/w.ts');
  });
});

describe('placeOfFile', () => {
  it.each([
    ['/app/entry/src/main', '/app/entry/src/main/ets/pages/Index.ets', posix],
    ['C:\\app\\entry\\src\\main', 'C:\\app\\entry\\src\\main\\ets\\pages\\Index.ets', win32],
  ])('names a file below %s as records do [P-10, P-51]', (sourceFolder, file, path) => {
    const module = { name: 'entry', sourceFolder } as ProjectModule;
    expect(placeOfFile({ modules: [module] }, file, path)).toEqual({ module, path: 'ets/pages/Index.ets' });
  });

  it('knows no place for a file outside ets, which is not compiled [P-59]', () => {
    const module = { name: 'entry', sourceFolder: 'C:\\app\\entry\\src\\main' } as ProjectModule;
    const file = 'C:\\app\\entry\\src\\main\\resources\\w.ts';
    expect(placeOfFile({ modules: [module] }, file, win32)).toBeUndefined();
  });
});
