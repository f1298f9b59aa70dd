import { join } from 'node:path';
import { afterEach, expect, it, jest } from '@jest/globals';
import { extract, getCacheKey } from '../../src/jest/dependency-extractor';
import { projectOnDisk, stageFiles } from '../project/project-on-disk';

afterEach(() => {
  jest.restoreAllMocks();
});

const project = join(__dirname, '../fixtures/interplay');
const test = join(project, 'entry/src/life/some.test.js');
const shop = join(project, 'entry/src/main/ets/workers/shop.js');

const dependenciesOf = (code: string) => [...extract(code, test, () => ['found by Jest'])];

it.each([
  ['the constructor’s argument', "new worker.ThreadWorker('entry/ets/workers/shop.js', { name: 'shop' })"],
  ['a text that comes before', 'const url = "entry/ets/workers/shop.js";\nnew RestrictedWorker(url);'],
  ['a template without gaps', 'new worker.Worker(`entry/ets/workers/shop.js`)'],
  ['a relative path', "new worker.ThreadWorker('../main/ets/workers/shop.js')"],
])('a script is a dependency whose URL is %s', (_, code) => {
  expect(dependenciesOf(code)).toStrictEqual(['found by Jest', shop]);
});

it.each([
  ['no worker is constructed', "const url = 'entry/ets/workers/shop.js';"],
  ['there is no such script', "new worker.ThreadWorker('entry/ets/workers/none.js')"],
  ['the URL is put together', 'new worker.ThreadWorker(`entry/ets/workers/$' + '{name}.js`)'],
])('nothing is added where %s', (_, code) => {
  expect(dependenciesOf(code)).toStrictEqual(['found by Jest']);
});

it('a project that can not be read adds nothing', () => {
  const outside = join(__dirname, 'nowhere/entry/src/some.test.js');

  expect([...extract("new worker.ThreadWorker('entry/ets/workers/shop.js')", outside)]).toStrictEqual([]);
});

it('what was found counts no longer when the project has other modules or lists of workers', () => {
  const keyOf = (files: Parameters<typeof projectOnDisk>[0]) => {
    const root = projectOnDisk(files);
    jest.spyOn(process, 'cwd').mockReturnValue(root);
    return getCacheKey().replaceAll(root, '');
  };
  const profile = (workers: string[]) => ({ buildOption: { sourceOption: { workers } } });
  const before = keyOf({ ...stageFiles, 'entry/build-profile.json5': profile([]) });

  expect(keyOf({ ...stageFiles, 'entry/build-profile.json5': profile([]), 'entry/some.test.ts': '' })).toBe(before);
  expect(keyOf({ ...stageFiles, 'entry/build-profile.json5': profile(['./src/main/ets/new.ts']) })).not.toBe(before);
  expect(keyOf({ ...stageFiles, 'entry/build-profile.json5': '{ broken' })).toBe('no project');
});
