import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import { aProject } from './support/a-project';

const ets = 'entry/src/main/ets';
const worker = `${ets}/workers/worker.ts`;
const test = 'entry/src/ohosTest/ets/test/Ability';
const hsp = 'hsp/src/main/ets/Starter';
const har = 'libs/har/src/main/ets/Starter';
const inHar = 'libs/har/src/main/ets/workers/worker.ts';
const inHsp = 'hsp/src/main/ets/workers/worker.ts';
const missing = (record: string) => `ReferenceError: Cannot find module '${record}' , which is application Entry Point`;

const app = aProject('stage');
const normalized = aProject('stage', {
  'build-profile.json5': {
    app: { products: [{ name: 'default', buildOption: { strictMode: { useNormalizedOHMUrl: true } } }] },
    modules: ['entry', 'hsp', 'libs/har', 'watch'].map((path) => ({ name: path.replace('libs/', ''), srcPath: path })),
  },
});

describe('a URL that begins with the name of a module', () => {
  it.each([
    ['entry/ets/workers/worker.ets', worker, 'P-3, P-20'],
    ['entry/ets/workers/worker.ts', worker, 'P-3, P-20'],
    ['/entry/ets/workers/worker.ets', worker, 'P-5, P-21'],
    ['///entry/ets/workers/worker.ets', worker, 'P-5'],
    ['entry/ets/workers/worker', worker, 'P-22'],
    ['entry/ets/workers/worker.js', worker, 'P-23'],
    ['entry/ets/workers/worker.anything', worker, 'P-5, P-23'],
    ['entry/ets/workers/my.worker.ets', `${ets}/workers/my.worker.ts`, 'P-5'],
    ['entry_test/ets/workers/w.ets', 'entry/src/ohosTest/ets/workers/w.ts', 'P-24, P-52'],
    ['hsp/ets/workers/worker.ets', inHsp, 'P-25, P-9'],
  ])('%s reaches %s [%s]', (url, file) => {
    expect(app.start(url)).toBe(file);
  });

  it.each([
    ['entry/ets/workers/my.worker', 'P-5, P-22'],
    ['entry.app/ets/workers/worker', 'P-5'],
    ['workers/worker.ets', 'P-30'],
    ['entry/src/main/ets/workers/worker.ets', 'P-31'],
    ['worker.ets', 'P-32'],
    ['worker', 'P-32'],
    ['', 'P-32'],
    ['pages/Index.ets', 'P-33'],
    ['phone/ets/workers/worker.ets', 'P-33'],
    ['entry/ets/workers/Worker.ets', 'P-33'],
    ['Entry/ets/workers/worker.ets', 'P-33'],
    ['entry/ets/workers/none.ets', 'P-33'],
    ['entry/ets/../ets/workers/worker.ets', 'P-5'],
    ['har/ets/workers/worker.ets', 'P-35'],
    ['entry/resources/rawfile/raw.ts', 'P-59'],
    ['file:///entry/ets/workers/worker.ets', 'P-59'],
    ['data:text/javascript,1', 'P-59'],
    [`${app.root}/${worker}`, 'P-59'],
  ])('%s is refused with 10200007 [P-6, P-7, P-81, %s]', (url) => {
    expect(app.start(url)).toBe('refused');
  });

  it('holds wherever in the application it is written [P-3, P-9, P-24]', () => {
    expect([test, hsp, har].map((caller) => app.start('entry/ets/workers/worker.ets', caller))).toEqual([
      worker,
      worker,
      worker,
    ]);
  });

  it('reaches a file of another HAP with a warning: that is not supported [P-9]', () => {
    expect(app.start('watch/ets/workers/worker.ets')).toBe('watch/src/main/ets/workers/worker.ts');
    expect(workers.diagnostics.map(({ code }) => code)).toEqual(['FOW_SCRIPT_IN_OTHER_HAP']);
  });
});

describe('a relative URL', () => {
  it.each([
    ['../workers/worker.ets', worker, 'P-26'],
    ['../workers/worker', worker, 'P-26'],
    ['./../pages/.././workers//worker.js', worker, 'P-2, P-26'],
    ['../a/..//workers/worker.ets', worker, 'P-2, P-26'],
    ['../workers/my.worker.ets', `${ets}/workers/my.worker.ts`, 'P-2'],
    ['../workers/my.worker', `${ets}/workers/my.worker.ts`, 'P-2'],
    ['../../../../../../../com.example.app/entry/ets/workers/worker', worker, 'P-2'],
    ['../../../hsp/ets/workers/worker.ets', inHsp, 'P-2, P-6'],
  ])('%s in a page reaches %s, whatever the documentation recommends [P-34, %s]', (url, file) => {
    expect(app.start(url)).toBe(file);
  });

  it.each([
    ['./worker.ets', 'P-10'],
    ['.worker/worker.ets', 'P-2'],
    ['../workers/worker.txt', 'P-2'],
    ['../workers/Worker.ets', 'P-33'],
    ['../../resources/rawfile/raw.ts', 'P-59'],
    ['../../../../elsewhere/w.ets', 'P-6'],
  ])('%s in a page is refused with 10200007 [P-6, P-81, %s]', (url) => {
    expect(app.start(url)).toBe('refused');
  });

  it('counts from the file that says new, in whichever module that is [P-10, P-26, P-35]', () => {
    expect(app.start('../workers/w.ets', test)).toBe('entry/src/ohosTest/ets/workers/w.ts');
    expect(app.start('./workers/worker.ets', hsp)).toBe(inHsp);
    expect(app.start('./workers/worker.ets', har)).toBe(inHar);
    expect(app.start('./workers/worker.ets')).toBe('refused');
  });

  it('counts from the script of a worker that says new [P-10]', () => {
    expect(app.start('entry/ets/workers/parent.ets')).toBe(`${ets}/workers/deep/child.ts`);
  });
});

describe('a URL that nobody checks', () => {
  it.each([
    ['@har/ets/workers/worker.ets', inHar, 'P-1, P-27'],
    ['@team/har/ets/workers/worker.ets', inHar, 'P-53'],
    ['@bundle:com.example.app/entry/ets/workers/worker.ets', worker, 'P-28'],
    ['@bundle:com.example.app/hsp/ets/workers/worker', inHsp, 'P-28'],
  ])('%s reaches %s [P-4, %s]', (url, file) => {
    expect(app.start(url)).toBe(file);
  });

  it('is the same in the source of a HAR [P-27, P-35]', () => {
    expect(app.start('@har/ets/workers/worker.ets', har)).toBe(inHar);
  });

  it.each([
    ['@har/ets/workers/none.ets', 'com.example.app/entry@har/ets/workers/none', 'P-1'],
    ['@nothing/ets/w.ets', 'com.example.app/entry@nothing/ets/w', 'P-1'],
    ['@bundle:com.example.app/entry/ets/none.ets', 'com.example.app/entry/ets/none', 'P-28'],
    ['@bundle:com.other/entry/ets/workers/worker.ets', 'com.other/entry/ets/workers/worker', 'P-29'],
    ['@bundle:com.example.app/absent/ets/w.ets', 'com.example.app/absent/ets/w', 'P-42'],
    ['entry/ets/@scope/none.ets', 'com.example.app/entry/ets/@scope/none', 'P-4'],
    ['pkg_modules/none.ets', 'com.example.app/pkg_modules/none', 'P-4'],
  ])('%s fails in the worker when its record %s does not exist [P-4, P-40, P-82, %s]', (url, record) => {
    expect(app.start(url)).toBe(missing(record));
  });

  it('takes the name of the module that runs [P-1]', () => {
    expect(app.start('@har/ets/none', test)).toBe(missing('com.example.app/entry_test@har/ets/none'));
  });

  it('is relative to the source of a HAR, whose record holds an @ [P-4, P-35]', () => {
    expect(app.start('./workers/none.ets', har)).toBe(missing('com.example.app/entry@har/ets/workers/none'));
  });
});

describe('a URL where records are normalized', () => {
  it.each([
    ['entry/ets/workers/worker.ets', worker, 'P-6, P-20'],
    ['../workers/worker.ets', worker, 'P-2, P-26'],
    ['hsp/ets/workers/worker.ets', inHsp, 'P-6, P-25'],
    ['@har/ets/workers/worker.ets', inHar, 'P-27'],
    ['@bundle:com.example.app/entry/ets/workers/worker.ets', worker, 'P-28'],
    ['entry_test/ets/workers/w.ets', 'entry/src/ohosTest/ets/workers/w.ts', 'P-57'],
  ])('%s reaches %s [%s]', (url, file) => {
    expect(normalized.start(url)).toBe(file);
  });

  it('is refused when it begins with a slash [P-21]', () => {
    expect(normalized.start('/entry/ets/workers/worker.ets')).toBe('refused');
  });

  it('names the package and its version when it fails in the worker [P-1, P-40]', () => {
    expect(normalized.start('@har/ets/none.ets')).toBe(missing('&@team/har/src/main/ets/none&1.2.0'));
  });
});
