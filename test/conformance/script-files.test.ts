import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { workers } from 'fake-ohos-worker';
import type { HostWorker } from '../world/support/platform-objects';
import { aProject, type Changes } from './support/a-project';

const ets = 'entry/src/main/ets';
const worker = `${ets}/workers/worker.ts`;
const unlisted = `${ets}/workers/unlisted.ts`;
const answering = (text: string) =>
  `import worker from '@ohos.worker'; worker.workerPort.onmessage = () => worker.workerPort.postMessage('${text}');`;
const codes = () => workers.diagnostics.map(({ code }) => code);

describe('a module', () => {
  it('is found by the root profile, and called as its module.json5 says [P-50]', () => {
    const app = aProject('stage', {
      'build-profile.json5': { modules: [{ name: 'main', srcPath: './entry' }] },
      'entry/src/main/module.json5': { module: { name: 'phone', type: 'entry' } },
    });
    expect(app.start('phone/ets/workers/worker.ets')).toBe(worker);
    expect(app.start('main/ets/workers/worker.ets')).toBe('refused');
    expect(app.start('entry/ets/workers/worker.ets')).toBe('refused');
  });

  it('has its scripts below ets, those in JavaScript too [P-51]', () => {
    expect(aProject('stage').start('entry/ets/workers/plain.ets')).toBe(`${ets}/workers/plain.js`);
  });

  it('of the tests on the device is one of its own, called as it says itself [P-52]', () => {
    const app = aProject('stage', { 'entry/src/ohosTest/module.json5': { module: { name: 'ui_test' } } });
    expect(app.start('ui_test/ets/workers/w.ets')).toBe('entry/src/ohosTest/ets/workers/w.ts');
    expect(app.start('entry_test/ets/workers/w.ets')).toBe('refused');
  });

  it('that is a HAR is called by its own name or that of its package [P-53]', () => {
    const app = aProject('stage', {
      'libs/har/src/main/module.json5': { module: { name: 'charts', type: 'har' } },
      'libs/har/oh-package.json5': { name: 'drawing' },
    });
    expect(['charts', 'drawing'].map((name) => app.start(`@${name}/ets/workers/worker.ets`))).toEqual(
      Array(2).fill('libs/har/src/main/ets/workers/worker.ts'),
    );
  });
});

describe('the file of a script', () => {
  it.each([
    ['both.js', 'js'],
    ['both.ts', 'ts'],
    ['both.ets', 'ts'],
    ['both', 'ts'],
  ])('is for %s the one that ends in .%s: as written, else .ets, .ts, .js [P-54]', (name, extension) => {
    expect(aProject('stage').start(`entry/ets/workers/${name}`)).toBe(`${ets}/workers/both.${extension}`);
  });

  it('may export what it likes: nobody looks at it [P-58]', () => {
    expect(aProject('stage').start('entry/ets/workers/exporting.ets')).toBe(`${ets}/workers/exporting.ts`);
  });
});

describe('the list of scripts', () => {
  const workersOf = (list: readonly string[]) => ({ sourceOption: { workers: list } });
  const list = ['./src/main/ets/workers/unlisted.ts'];

  it('refuses a script that is on disk and in no list [P-8, P-55, P-56]', () => {
    expect(aProject('stage').start('entry/ets/workers/unlisted.ets')).toBe('refused');
    expect(codes()).toEqual(['FOW_SCRIPT_NOT_REGISTERED']);
  });

  it.each<[string, object]>([
    ['buildOption', { buildOption: workersOf(list) }],
    ['buildOptionSet', { buildOptionSet: [{ name: 'release', ...workersOf(list) }] }],
    ['a target', { targets: [{ name: 'default', config: { buildOption: workersOf(list) } }] }],
  ])('may stand in %s [P-55]', (_, profile) => {
    const app = aProject('stage', { 'entry/build-profile.json5': { apiType: 'stageMode', ...profile } });
    expect(app.start('entry/ets/workers/unlisted.ets')).toBe(unlisted);
    expect(app.start('entry/ets/workers/worker.ets')).toBe('refused');
  });

  it('of a HAR is its own: a script that it lacks fails in the worker [P-55, P-4]', () => {
    expect(aProject('stage').start('@har/ets/workers/unlisted.ets')).toMatch(/^ReferenceError: Cannot find module/);
    expect(codes()).toContain('FOW_SCRIPT_NOT_REGISTERED');
  });

  it('is not asked for by the tests on the device [P-56]', () => {
    const app = aProject('stage', { 'entry/src/ohosTest/ets/workers/more.ts': answering('more') });
    expect(app.start('entry_test/ets/workers/more.ets')).toBe('more');
  });

  it('that is not there at all lets every script start, with a warning [P-56]', () => {
    const app = aProject('stage', { 'entry/build-profile.json5': { apiType: 'stageMode' } });
    expect(app.start('entry/ets/workers/unlisted.ets')).toBe(unlisted);
    expect(codes()).toEqual(['FOW_NO_WORKER_LIST']);
  });
});

describe('a script that is in no list, but imported', () => {
  const page = "import worker from '@ohos.worker'; export const start = (url) => new worker.ThreadWorker(url);";
  const started = (changes: Changes) => aProject('stage', changes).start('entry/ets/workers/unlisted.ets');

  it.each<[string, Changes]>([
    ['a page', { [`${ets}/pages/Index.ts`]: `${page} export const later = () => import('../workers/unlisted');` }],
    ['an ability', { [`${ets}/entryability/EntryAbility.ts`]: "import '../workers/unlisted.ets';" }],
    [
      'an extension ability',
      {
        'entry/src/main/module.json5': {
          module: { name: 'entry', type: 'entry', extensionAbilities: [{ srcEntry: './ets/form/Form.ets' }] },
        },
        [`${ets}/form/Form.ets`]: "import '../workers/unlisted';",
      },
    ],
    ['a listed worker', { [`${ets}/workers/worker.ts`]: "export * from './unlisted';" }],
    [
      'what these import',
      {
        [`${ets}/entryability/EntryAbility.ts`]: "import { model } from '../model';",
        [`${ets}/model/index.ets`]: "export { model } from './a.model';",
        [`${ets}/model/a.model.ets`]: "export const model = () => import('../workers/unlisted');",
      },
    ],
  ])('exists when %s imports it, with a warning [P-8]', (_, changes) => {
    expect(started(changes)).toBe(unlisted);
    expect(codes()).toEqual(['FOW_SCRIPT_NOT_LISTED']);
  });

  it('exists when a package exports it, in a HAR as well [P-8]', () => {
    const app = aProject('stage', {
      'libs/har/Index.ts': "export * from './src/main/ets/workers/unlisted';",
      'libs/har/src/main/ets/Starter.ts': page,
    });
    expect(app.start('./workers/unlisted.ets', 'libs/har/src/main/ets/Starter')).toBe(
      'libs/har/src/main/ets/workers/unlisted.ts',
    );
  });

  it.each<[string, Changes]>([
    ['only its types are', { [`${ets}/workers/worker.ts`]: "import type { A } from './unlisted';" }],
    ['only by a source that nothing leads to', { [`${ets}/model/dead.ets`]: "import '../workers/unlisted';" }],
    ['only by a local test', { 'entry/src/test/Local.ts': "import '../main/ets/workers/unlisted';" }],
  ])('is refused when %s [P-8]', (_, changes) => {
    expect(started(changes)).toBe('refused');
  });
});

describe('a script that is found', () => {
  it('and throws has an error of class (b), and goes on [P-85, L-52]', () => {
    expect(aProject('stage').start('entry/ets/workers/throwing.ets')).toBe(
      'RangeError: thrown at top level, still there',
    );
  });

  it('and imports what is missing has an error of class (b) [P-85, L-52]', () => {
    expect(aProject('stage').start('entry/ets/workers/importing.ets')).toMatch(
      /^Error: Cannot find module '\.\.\/model\/missing' from '.*entry\/src\/main\/ets\/workers\/importing\.ts'$/,
    );
  });
});

describe('a script that fails after its URL could not be refused', () => {
  it('leaves a worker that runs, hears nothing, and exits with 0 when it is terminated [P-41, P-82]', () => {
    const app = aProject('stage');
    expect(app.start('@har/ets/workers/none.ets')).toMatch(
      /^ReferenceError: [^,]* , which is application Entry Point$/,
    );
    expect(workers.all.map(({ state }) => state)).toEqual(['running']);
    for (const { hostObject } of workers.all) (hostObject as HostWorker).terminate();
    workers.run();
    expect(workers.all.map(({ exitCode }) => exitCode)).toEqual([0]);
  });
});

describe('a refused constructor call', () => {
  it('leaves nothing behind: neither a place among the workers nor a task [P-7]', () => {
    const { root } = aProject('stage');
    const { start } = require(join(root, `${ets}/pages/Index`)) as { start(url: string): HostWorker };
    workers.reset();
    workers.configure({ project: { root }, limits: { ThreadWorker: 1 } });
    for (const url of ['entry/ets/none.ets', './none.ets', 'none']) {
      expect(() => start(url)).toThrow(expect.objectContaining({ code: 10200007 }) as never);
    }
    expect([workers.all, workers.pending]).toEqual([[], []]);
    start('entry/ets/workers/worker.ets');
    expect(() => start('entry/ets/none.ets')).toThrow(expect.objectContaining({ code: 10200003 }) as never);
  });
});
