import { describe, expect, it } from '@jest/globals';
import { aProject } from './support/a-project';

const ets = 'entry/src/main/ets';
const other = 'entry/src/main/js/OtherAbility/pages/index';
const own = `${ets}/MainAbility/workers/worker.ts`;
const app = aProject('fa');

describe('a script URL of the FA model', () => {
  it.each([
    ['workers/worker.js', own, 'P-61, P-63'],
    ['workers/worker.ts', own, 'P-61'],
    ['workers/worker', own, 'P-62'],
    ['workers/my.worker.js', `${ets}/MainAbility/workers/my.worker.ts`, 'P-62'],
    ['/workers/worker.js', own, 'P-62'],
    ['../workers/worker.js', own, 'P-62, P-63'],
    ['../workers/above.js', `${ets}/workers/above.ts`, 'P-63'],
    ['workers/above.js', `${ets}/workers/above.ts`, 'P-63'],
    ['@bundle:com.example.old/workers/worker.js', own, 'P-62'],
    ['@bundle:com.other/workers/worker.js', own, 'P-62'],
  ])('%s reaches %s, from the ability that calls; no list names it [%s]', (url, file) => {
    expect(app.start(url)).toBe(file);
  });

  it('counts from each ability for itself, in ets and in js [P-62, P-63]', () => {
    expect(app.start('workers/script.js', other)).toBe('entry/src/main/js/OtherAbility/workers/script.js');
    expect(app.start('workers/worker.js', other)).toBe(`${ets}/workers/worker.ts`);
    expect(app.start('workers/only-here.js')).toBe(`${ets}/MainAbility/workers/only-here.ts`);
  });

  it.each([
    ['workers/none.js', 'P-64'],
    ['', 'P-60'],
    ['entry/ets/workers/worker.ets', 'P-60'],
    ['./workers/worker.js', 'P-65'],
    ['../../workers/worker.js', 'P-62'],
    ['@har/workers/worker.js', 'P-65'],
    ['/etc/passwd', 'P-60'],
  ])('%j is never refused: the worker starts, finds no script and ends [L-18, P-60, P-64, P-83, %s]', (url) => {
    expect(app.start(url)).toBe('exit 0');
  });

  it('may be given to both classes of workers [P-66]', () => {
    const old = aProject('fa', {
      [`${ets}/MainAbility/workers/old.ts`]:
        "import worker from '@ohos.worker'; worker.parentPort.onmessage = () => worker.parentPort.postMessage('old');",
    });
    expect(old.start('workers/old.js', undefined, 'startOld')).toBe('old');
    expect(old.start('workers/worker.js', undefined, 'start')).toBe(own);
  });
});

describe('the model of a module', () => {
  const config = { module: { distro: { moduleName: 'entry', moduleType: 'entry' }, abilities: [{ srcPath: 'a' }] } };
  const stage = { module: { name: 'entry', type: 'entry' } };
  /** Only the Stage model refuses. */
  const modelOf = (changes: Parameters<typeof aProject>[1]) =>
    aProject('stage', { 'entry/build-profile.json5': undefined, ...changes }).start('none.ets') === 'refused'
      ? 'stage'
      : 'fa';

  it('is Stage where there is a module.json5 [P-70]', () => {
    expect(modelOf({})).toBe('stage');
  });

  it('is FA where there is a config.json [P-71]', () => {
    expect(modelOf({ 'entry/src/main/module.json5': undefined, 'entry/src/main/config.json': config })).toBe('fa');
  });

  it.each([
    ['stageMode', 'stage'],
    ['faMode', 'fa'],
  ])('is with the apiType %s %s [P-72, P-74, P-75]', (apiType, model) => {
    expect(modelOf({ 'entry/build-profile.json5': { apiType } })).toBe(model);
    expect(
      modelOf({
        'entry/build-profile.json5': { apiType },
        'entry/src/main/module.json5': undefined,
        'entry/src/main/config.json': config,
      }),
    ).toBe(model);
  });

  it('is by module.json5 rather than by config.json [P-75]', () => {
    expect(modelOf({ 'entry/src/main/module.json5': stage, 'entry/src/main/config.json': config })).toBe('stage');
  });

  it('decides what a path means: the same one counts from the file, or from the ability [P-74, P-65]', () => {
    const script =
      "import worker from '@ohos.worker'; worker.workerPort.onmessage = () => worker.workerPort.postMessage(1);";
    const start = (apiType: string) =>
      aProject('stage', { [`${ets}/pages/beside.ts`]: script, 'entry/build-profile.json5': { apiType } }).start(
        './beside.ets',
      );
    expect(start('stageMode')).toBe('1');
    expect(start('faMode')).toBe('exit 0');
  });

  it('says where the name of the bundle stands [P-73]', () => {
    const other = { 'AppScope/app.json5': { app: { bundleName: 'com.example.renamed' } } };
    expect(aProject('stage', other).start('@har/ets/none')).toContain("'com.example.renamed/entry@har/ets/none'");
  });
});
