import { describe, expect, it } from '@jest/globals';
import { examine } from '../../src/doctor';
import { faFiles, projectOnDisk } from '../project/project-on-disk';
import { findingsIn, idsOfPage } from './support/findings-in';

const care = 'wk.onerror = () => wk.terminate();';

function pageStarting(url: string, before = ''): string {
  return `${before} const wk = new worker.ThreadWorker(${url}); ${care}`;
}

describe('a worker URL', () => {
  it.each([
    ['a literal', "'entry/ets/workers/Worker.ets'"],
    ['relative', "'../workers/Worker.ets'"],
    ['a template', '`entry/ets/workers/Worker.ets`'],
  ])('that leads to a registered script is fine: %s [P-20, P-26]', (_, url) => {
    expect(idsOfPage(pageStarting(url))).toEqual([]);
  });

  it.each([
    ['a literal', "'entry/ets/workers/Wroker.ets'", ''],
    ['a constant', 'path', "const path = 'entry/ets/Worker.ets';"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code of the app
    ['constants and texts', '`${folder}/W` + ext', "const folder = 'entry/ets'; const ext = '.ets';"],
    ['a field of a class', 'Paths.WORKER', "class Paths { static readonly WORKER: string = 'entry/ets/W.ets'; }"],
    ['of a HAR that is not there [P-40]', "'@har/ets/workers/Worker.ets'", ''],
    ['of another folder', "'./Worker.ets'", ''],
  ])('that leads to no script is told: %s [P-7]', (_, url, before) => {
    expect(idsOfPage(pageStarting(url, before))).toEqual(['FOW-D01']);
  });

  it.each([
    ['a parameter', 'function f(path: string) { const wk = new worker.ThreadWorker(path); return wk; }'],
    ['a variable that may change', "let path = 'nowhere'; export const wk = new worker.ThreadWorker(path);"],
    ['of another file', "import { PATH } from './x'; export const wk = new worker.ThreadWorker(PATH);"],
    ['a circle', 'const a = b; const b = a; export const wk = new worker.ThreadWorker(a);'],
  ])('that the code does not show is not spoken of: %s', (_, code) => {
    expect(idsOfPage(code)).toEqual([]);
  });

  it('is told when its script is registered nowhere [P-8], or compiled by an import alone', () => {
    const page = pageStarting("'entry/ets/workers/Other.ets'");
    const other = { 'entry/src/main/ets/workers/Other.ets': '' };
    expect(idsOfPage(page, other)).toEqual(['FOW-D02']);
    expect(idsOfPage(page, { ...other, 'entry/src/main/ets/workers/Worker.ets': "import './Other';" })).toEqual([
      'FOW-D02',
    ]);
  });

  it('is told where the module has no list at all [P-8]', () => {
    const files = { 'entry/build-profile.json5': { apiType: 'stageMode' } };
    expect(idsOfPage(pageStarting('url'), files)).toEqual(['FOW-D02']);
  });

  it('of a test is told, unless the test tries what is refused', () => {
    const test = (code: string) => ({
      'entry/src/ohosTest/module.json5': { module: { name: 'entry_test', type: 'feature' } },
      'entry/src/ohosTest/ets/test/Worker.test.ets': `import { worker } from '@kit.ArkTS';\n${code}`,
    });
    const file = 'entry/src/ohosTest/ets/test/Worker.test.ets';
    expect(findingsIn(test("new worker.ThreadWorker('nowhere');"))).toEqual([`${file}:2:25 FOW-D01`]);
    expect(findingsIn(test("try { new worker.ThreadWorker('nowhere'); } catch {}"))).toEqual([]);
    expect(findingsIn(test("expect(() => new worker.ThreadWorker('nowhere')).assertThrowError('');"))).toEqual([]);
    expect(findingsIn(test("import 'fake-ohos-worker'; new worker.ThreadWorker('nowhere');"))).toEqual([]);
  });

  it('of an FA app that leads nowhere is told by the rule of that model [P-64]', () => {
    const root = projectOnDisk({
      ...faFiles,
      'entry/src/main/ets/MainAbility/pages/index.ets': `import worker from '@ohos.worker';
        const wk = new worker.Worker('workers/none.ts'); wk.onerror = () => {}; wk.terminate();
        const fine = new worker.Worker('workers/own.ts'); fine.onerror = () => {}; fine.terminate();`,
    });
    expect(examine(root).findings).toMatchObject([{ id: 'FOW-D01', rule: 'P-64', line: 2, url: 'workers/none.ts' }]);
  });
});

describe('a registered script', () => {
  it('that is not there is told at its entry, past comments [P-55]', () => {
    const profile = `{
  buildOption: { sourceOption: { workers: [
    // './src/main/ets/workers/None.ets',
    './src/main/ets/workers/Worker.ets', './src/main/ets/workers/None.ets',
  ] } },
}`;
    expect(findingsIn({ 'entry/build-profile.json5': profile })).toEqual(['entry/build-profile.json5:4:42 FOW-D03']);
  });

  it('that has another extension names the file that is there', () => {
    const workers = ['./src/main/ets/workers/Worker.ts'];
    const root = projectOnDisk({
      'entry/build-profile.json5': { buildOption: { sourceOption: { workers } } },
      'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'entry/src/main/ets/workers/Worker.ets': '',
    });
    expect(examine(root).findings).toMatchObject([
      { id: 'FOW-D03', entry: './src/main/ets/workers/Worker.ts', similar: './src/main/ets/workers/Worker.ets' },
    ]);
  });
});

describe('both classes of workers in one app [E-2]', () => {
  const older = "import w from '@ohos.worker'; export const old = new w.Worker(url);";

  it('are told where the older one is constructed', () => {
    expect(idsOfPage(`${older} export const wk = new worker.RestrictedWorker(url);`)).toEqual(['FOW-D09']);
  });

  it('are fine one by one, and in tests', () => {
    const test = {
      'entry/src/test/Worker.test.ts':
        "import w from '@ohos.worker'; new w.ThreadWorker('../main/ets/workers/Worker');",
    };
    expect(idsOfPage(older)).toEqual([]);
    expect(idsOfPage(older, test)).toEqual([]);
  });

  it('are fine in two apps', () => {
    const app = (name: string, code: string) => ({
      [`${name}/build-profile.json5`]: { app: {}, modules: [{ name: 'entry', srcPath: './entry' }] },
      [`${name}/entry/src/main/module.json5`]: { module: { name: 'entry', type: 'entry' } },
      [`${name}/entry/src/main/ets/Index.ets`]: `import w from '@ohos.worker'; ${code}`,
    });
    const root = projectOnDisk({
      ...app('a', 'export const x = new w.Worker(y);'),
      ...app('b', 'f(new w.ThreadWorker(y));'),
    });
    expect(examine(root)).toEqual({ root, findings: [] });
  });
});

describe('fake-ohos-worker-ignore', () => {
  it('silences the named findings of its line and of the next', () => {
    const start = 'new worker.ThreadWorker(url);';
    expect(idsOfPage(`${start} // fake-ohos-worker-ignore FOW-D04`)).toEqual(['FOW-D05']);
    expect(idsOfPage(`// fake-ohos-worker-ignore FOW-D04, FOW-D05: on purpose\n${start}\n${start}`)).toEqual([
      'FOW-D04',
      'FOW-D05',
    ]);
  });
});
