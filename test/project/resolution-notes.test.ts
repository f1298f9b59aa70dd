import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { noteTexts } from './problem-text';
import { projectOnDisk, stageFiles } from './project-on-disk';

const root = projectOnDisk(stageFiles);
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/pages/Index.ets');
const localTest = join(root, 'entry/src/test/Local.test.ts');

describe('a script that was found', () => {
  it('has no note when it is listed', () => {
    expect(noteTexts(project.resolveScript('entry/ets/workers/worker.ts', page))).toEqual([]);
  });

  it('has no note when it is a test script without a list [P-56]', () => {
    expect(noteTexts(project.resolveScript('entry_test/ets/workers/w.ets', page))).toEqual([]);
  });

  it('is noted when its module has no list at all [P-8, P-55]', () => {
    expect(noteTexts(project.resolveScript('hsp/ets/workers/worker.ets', page))).toEqual([
      [
        'Worker script libs/hsp/src/main/ets/workers/worker.ets is registered nowhere [FOW_NO_WORKER_LIST]',
        '  - no list in: libs/hsp/build-profile.json5 > buildOption.sourceOption.workers',
        'Hint: add "./src/main/ets/workers/worker.ets" there: on a device only scripts that are listed or imported exist.',
      ].join('\n'),
    ]);
  });

  it('is noted when it lies in another HAP than the caller [P-9]', () => {
    expect(noteTexts(project.resolveScript('watch/ets/workers/worker.ets', page))[1]).toBe(
      [
        'Worker script watch/src/main/ets/workers/worker.ets lies in another HAP [FOW_SCRIPT_IN_OTHER_HAP]',
        '  - called from module: entry',
        '  - script in module:   watch',
        'Hint: the platform supports scripts of the own HAP, of a HAR or of an HSP.',
      ].join('\n'),
    );
  });

  it('is not noted as of another HAP when the tests of its module call [P-9, P-52]', () => {
    const test = join(root, 'entry/src/ohosTest/ets/test/Ability.test.ets');
    expect(noteTexts(project.resolveScript('entry/ets/workers/worker.ts', test))).toEqual([]);
  });

  it('is noted when a file that no device has named it by a relative path', () => {
    expect(noteTexts(project.resolveScript('../main/ets/workers/worker.ts', localTest))).toEqual([
      [
        'Worker script entry/src/main/ets/workers/worker.ts was found on disk only [FOW_CALLER_NOT_COMPILED]',
        '  - called from: entry/src/test/Local.test.ts, which is compiled into no module',
        'Hint: application code writes "entry/ets/workers/worker.ts".',
      ].join('\n'),
    ]);
  });

  it('is noted when no device has it either', () => {
    const resolution = project.resolveScript('./only-here.ts', localTest);
    expect(resolution).toMatchObject({ kind: 'found', record: 'entry/src/test/only-here' });
    expect(noteTexts(resolution)).toEqual([
      [
        'Worker script entry/src/test/only-here.ts was found on disk only [FOW_CALLER_NOT_COMPILED]',
        '  - called from: entry/src/test/Local.test.ts, which is compiled into no module',
        "Hint: on a device a script lies in the ets folder of the application's module.",
      ].join('\n'),
    ]);
  });

  it('must be listed also when a file that no device has names it [P-8]', () => {
    expect(noteTexts(project.resolveScript('../main/ets/workers/Resize.ets', localTest))).toEqual([
      [
        'refused: Cannot start worker "../main/ets/workers/Resize.ets" [FOW_SCRIPT_NOT_REGISTERED]',
        '  - found on disk: entry/src/main/ets/workers/Resize.ets',
        '  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers',
        '  - listed there:  ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        '  - imported by:   nothing that is compiled',
        '  - called from:   entry/src/test/Local.test.ts',
        'Hint: add "./src/main/ets/workers/Resize.ets" to that list.',
      ].join('\n'),
    ]);
  });
});
