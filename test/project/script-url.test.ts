import { describe, expect, it } from '@jest/globals';
import { cutUrl, parseScriptUrl, relativeRecord } from '../../src/project/script-url';

describe('parseScriptUrl', () => {
  it('takes a leading @ for a HAR [P-1]', () => {
    expect(parseScriptUrl('@har/ets/w.ets')).toEqual({ form: 'har', stem: 'har/ets/w', extension: '.ets' });
  });

  it('takes @bundle: for a bundle and the rest for a path that begins with a module [P-28]', () => {
    expect(parseScriptUrl('@bundle:com.example/entry/ets/w.ts')).toEqual({
      form: 'bundle',
      bundle: 'com.example',
      stem: 'entry/ets/w',
      extension: '.ts',
    });
  });

  it('reads a bundle without a path', () => {
    expect(parseScriptUrl('@bundle:com.example')).toEqual({
      form: 'bundle',
      bundle: 'com.example',
      stem: '',
      extension: '',
    });
  });

  it.each(['./w', '../w', '.foo', '..'])('takes %s for relative, as everything that begins with a dot [P-2]', (url) => {
    expect(parseScriptUrl(url)).toEqual({ form: 'relative', stem: url, extension: '' });
  });

  it.each(['.ets', '.ts', '.js'])('removes a final %s of a relative path [P-2]', (extension) => {
    expect(parseScriptUrl(`./a.b${extension}`)).toEqual({ form: 'relative', stem: './a.b', extension });
  });

  it('keeps any other ending of a relative path [P-2]', () => {
    expect(parseScriptUrl('./w.mjs')).toEqual({ form: 'relative', stem: './w.mjs', extension: '' });
  });

  it('strips all leading slashes of a module path and remembers that there were some [P-5, P-21]', () => {
    expect(parseScriptUrl('//entry/ets/w.ets')).toEqual({
      form: 'module',
      stem: 'entry/ets/w',
      extension: '.ets',
      rooted: true,
      checked: true,
    });
  });

  it.each([
    ['entry/ets/my.worker', 'entry/ets/my', '.worker'],
    ['a.b/ets/w', 'a', '.b/ets/w'],
    ['entry/ets/w', 'entry/ets/w', ''],
  ])('cuts the module path %s at the last dot of the whole string [P-5]', (url, stem, extension) => {
    expect(parseScriptUrl(url)).toMatchObject({ form: 'module', stem, extension });
  });

  it.each(['entry/ets/@scope/w.ets', 'entry@har/ets/w.ets', 'pkg_modules/w'])('leaves %s unchecked [P-4]', (url) => {
    expect(parseScriptUrl(url)).toMatchObject({ form: 'module', checked: false });
  });
});

describe('relativeRecord', () => {
  it.each([
    ['../workers/w', 'com.example/entry/ets/workers/w'],
    ['./w', 'com.example/entry/ets/pages/w'],
    ['../a//w', 'com.example/entry/ets/a/w'],
    ['../../../hsp/ets/w', 'com.example/hsp/ets/w'],
    ['.foo', 'com.example/entry/ets/pages/.foo'],
    ['../../../../../../etc/passwd', 'etc/passwd'],
  ])('joins %s to the folder of the calling file [P-2, P-26]', (url, record) => {
    expect(relativeRecord('com.example/entry/ets/pages', url)).toBe(record);
  });
});

describe('cutUrl', () => {
  it('keeps 1024 bytes of UTF-8 [E-7]', () => {
    expect(cutUrl('a'.repeat(1030))).toBe('a'.repeat(1024));
  });

  it('does not cut a character in two [E-7]', () => {
    expect(cutUrl(`${'a'.repeat(1023)}é.ets`)).toBe('a'.repeat(1023));
  });

  it('ends at the first NUL, as a C string does [E-7]', () => {
    expect(cutUrl('entry/ets/w\0.ets')).toBe('entry/ets/w');
  });
});
