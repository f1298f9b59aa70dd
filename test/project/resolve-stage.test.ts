import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject, type ScriptResolution } from '../../src/project';
import { projectOnDisk, stageFiles } from './project-on-disk';

const root = projectOnDisk(stageFiles);
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/pages/Index.ets');

const resolve = (url: string, caller: string | undefined = page) => project.resolveScript(url, caller);
const fileOf = (resolution: ScriptResolution) =>
  resolution.kind === 'found' ? project.relative(resolution.file) : resolution;

describe('resolveScript in a Stage module', () => {
  it('finds a registered script by the name of its module [P-20, P-51]', () => {
    expect(resolve('entry/ets/workers/worker.ts')).toEqual({
      kind: 'found',
      model: 'stage',
      file: join(root, 'entry/src/main/ets/workers/worker.ts'),
      record: 'com.example.app/entry/ets/workers/worker',
      notes: [],
    });
  });

  it.each([
    ['/entry/ets/workers/worker.ts', 'strips a leading slash [P-21]'],
    ['//entry/ets/workers/worker.ts', 'strips all leading slashes [P-5]'],
    ['entry/ets/workers/worker', 'needs no extension [P-22]'],
    ['entry/ets/workers/worker.js', 'never compares the extension [P-23]'],
    ['entry/ets/workers/worker.anything', 'drops whatever follows the last dot [P-5]'],
    ['../workers/worker.ets', 'counts a relative path from the calling file [P-26]'],
    ['./../workers//./worker', 'normalizes a relative path [P-2]'],
    ['../../../entry/ets/workers/worker', 'counts .. in record names, not on disk [P-2]'],
    ['@bundle:com.example.app/entry/ets/workers/worker.ets', 'takes the bundle in front [P-28]'],
  ])('reads %s: %s', (url) => {
    expect(fileOf(resolve(url))).toBe('entry/src/main/ets/workers/worker.ts');
  });

  it.each([
    ['entry/ets/workers/my.worker.ets', 'entry/src/main/ets/workers/my.worker.ets', 'P-5'],
    ['../workers/my.worker', 'entry/src/main/ets/workers/my.worker.ets', 'P-2'],
    ['entry_test/ets/workers/w.ets', 'entry/src/ohosTest/ets/workers/w.ets', 'P-24, P-52, P-56'],
    ['hsp/ets/workers/worker.ets', 'libs/hsp/src/main/ets/workers/worker.ets', 'P-25'],
    ['../../../hsp/ets/workers/worker.ets', 'libs/hsp/src/main/ets/workers/worker.ets', 'P-2, P-9'],
    ['@har/ets/workers/worker.ets', 'libs/har/src/main/ets/workers/worker.ets', 'P-27, P-53'],
    ['@team/har/ets/workers/worker.ets', 'libs/har/src/main/ets/workers/worker.ets', 'P-53'],
    ['@bundle:com.example.app/entry@har/ets/workers/worker', 'libs/har/src/main/ets/workers/worker.ets', 'P-28'],
  ])('finds %s at %s [%s]', (url, file) => {
    expect(fileOf(resolve(url))).toBe(file);
  });

  it.each([
    ['hsp/ets/both.js', 'both.js'],
    ['hsp/ets/both.ts', 'both.ts'],
    ['hsp/ets/both.ets', 'both.ets'],
    ['hsp/ets/both', 'both.ets'],
  ])('of several extensions prefers the written one, then .ets: %s is %s [P-54]', (url, name) => {
    const own = projectOnDisk({
      ...stageFiles,
      'libs/hsp/src/main/ets/both.js': '',
      'libs/hsp/src/main/ets/both.ts': '',
      'libs/hsp/src/main/ets/both.ets': '',
    });
    expect(openProject(own).resolveScript(url, undefined)).toMatchObject({
      file: join(own, 'libs/hsp/src/main/ets', name),
    });
  });

  it('of several extensions prefers the listed one to all [P-8, P-54]', () => {
    const own = projectOnDisk({ ...stageFiles, 'entry/src/main/ets/workers/worker.ets': '' });
    expect(openProject(own).resolveScript('entry/ets/workers/worker.ets', undefined)).toMatchObject({
      file: join(own, 'entry/src/main/ets/workers/worker.ts'),
    });
  });

  it('reads no further than the first 1024 bytes [E-7]', () => {
    const url = `entry/ets/workers/worker.${'x'.repeat(2000)}/none`;
    expect(fileOf(resolve(url))).toBe('entry/src/main/ets/workers/worker.ts');
  });
});
