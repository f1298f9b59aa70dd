import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { problemText } from './problem-text';
import { projectOnDisk, stageFiles } from './project-on-disk';

const strictMode = { useNormalizedOHMUrl: true };
const modules = ['entry', 'libs/hsp', 'libs/har'].map((srcPath) => ({ name: srcPath.replace('libs/', ''), srcPath }));
const root = projectOnDisk({
  ...stageFiles,
  'build-profile.json5': {
    app: { products: [{ name: 'store' }, { name: 'default', buildOption: { strictMode } }] },
    modules,
  },
  'libs/hsp/oh-package.json5': { name: 'the_hsp', version: '3.0.0' },
});
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/pages/Index.ets');
const recordOf = (url: string, caller = page) => {
  const resolution = project.resolveScript(url, caller);
  return resolution.kind === 'found' ? resolution.record : problemText(resolution);
};

describe('resolveScript with useNormalizedOHMUrl', () => {
  it.each([
    ['entry/ets/workers/worker.ets', '&entry/src/main/ets/workers/worker&'],
    ['../workers/worker', '&entry/src/main/ets/workers/worker&'],
    ['hsp/ets/workers/worker.ets', '&the_hsp/src/main/ets/workers/worker&'],
    ['@har/ets/workers/worker.ets', '&@team/har/src/main/ets/workers/worker&1.2.0'],
    ['@bundle:com.example.app/entry/ets/workers/worker', '&entry/src/main/ets/workers/worker&'],
    ['entry_test/ets/workers/w.ets', '&entry_test/src/ohosTest/ets/workers/w&'],
  ])('gives %s the record %s [P-6]', (url, record) => {
    expect(recordOf(url)).toBe(record);
  });

  it('refuses a leading slash [P-21]', () => {
    expect(recordOf('/entry/ets/workers/worker.ts')).toBe(
      [
        'refused: Cannot start worker "/entry/ets/workers/worker.ts" [FOW_SCRIPT_URL_UNUSABLE]',
        '  - reason: with useNormalizedOHMUrl a leading "/" is not removed',
        'Hint: did you mean "entry/ets/workers/worker.ts"?',
      ].join('\n'),
    );
  });

  it('counts .. in the segments of normalized records [P-2]', () => {
    expect(recordOf('../../../main/ets/workers/worker')).toBe('&entry/src/main/ets/workers/worker&');
    expect(project.resolveScript('../../../../../hsp/src/main/ets/workers/worker', page)).toMatchObject({
      kind: 'refused',
      problem: { code: 'FOW_SCRIPT_OUTSIDE_PROJECT' },
    });
  });

  it('leaves relative paths unchecked in a HAR with a scoped package only [P-4]', () => {
    const starter = join(root, 'libs/har/src/main/ets/Starter.ets');
    expect(project.resolveScript('./none.ets', starter).kind).toBe('missing');
    const plain = projectOnDisk({
      ...stageFiles,
      'build-profile.json5': { app: { products: [{ buildOption: { strictMode } }] }, modules },
      'libs/har/oh-package.json5': { name: 'har' },
    });
    const caller = join(plain, 'libs/har/src/main/ets/Starter.ets');
    expect(openProject(plain).resolveScript('./none.ets', caller).kind).toBe('refused');
  });

  it('is read from the own profile of a module that no root profile lists', () => {
    const lone = projectOnDisk({
      'build-profile.json5': { buildOption: { strictMode } },
      'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'src/main/ets/w.ets': '',
    });
    expect(openProject(lone).resolveScript('entry/ets/w.ets', undefined)).toMatchObject({
      record: '&entry/src/main/ets/w&',
    });
  });
});

it('leaves the bundle out of records where no file gives it', () => {
  const lone = projectOnDisk({
    'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
    'src/main/ets/w.ets': '',
  });
  const resolve = (url: string) => openProject(lone).resolveScript(url, undefined);
  expect(resolve('entry/ets/w.ets')).toMatchObject({ kind: 'found', record: 'entry/ets/w' });
  expect(resolve('@bundle:any.bundle/entry/ets/w.ets')).toMatchObject({ kind: 'found', record: 'entry/ets/w' });
});
