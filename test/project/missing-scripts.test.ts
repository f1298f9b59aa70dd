import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { problemText } from './problem-text';
import { projectOnDisk, stageFiles } from './project-on-disk';

const root = projectOnDisk(stageFiles);
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/pages/Index.ets');
const harFile = join(root, 'libs/har/src/main/ets/Starter.ets');
const problem = (url: string, caller = page) => problemText(project.resolveScript(url, caller));
const recordOf = (url: string, caller = page) => {
  const resolution = project.resolveScript(url, caller);
  return resolution.kind === 'refused' ? 'refused' : resolution.record;
};

describe('an unverified path', () => {
  it.each([
    ['@har/ets/workers/none.ets', 'com.example.app/entry@har/ets/workers/none', 'P-1'],
    ['@bundle:com.other/entry/ets/w.ets', 'com.other/entry/ets/w', 'P-29'],
    ['@bundle:com.example.app/entry/ets/none.ets', 'com.example.app/entry/ets/none', 'P-28'],
    ['entry/ets/@scope/none.ets', 'com.example.app/entry/ets/@scope/none', 'P-4'],
    ['pkg_modules/none', 'com.example.app/pkg_modules/none', 'P-4'],
    ['@', 'com.example.app/entry@', 'P-1'],
  ])('%s is no error at construction, its record is %s [%s, P-40]', (url, record) => {
    expect(project.resolveScript(url, page)).toMatchObject({ kind: 'missing', model: 'stage', record });
  });

  it('takes the calling module for the HAR, and the main one when a HAR calls [P-1]', () => {
    const testFile = join(root, 'entry/src/ohosTest/ets/test/Ability.test.ets');
    expect(recordOf('@har/ets/workers/worker.ets', testFile)).toBe('com.example.app/entry_test@har/ets/workers/worker');
    expect(recordOf('@har/ets/workers/worker.ets', harFile)).toBe('com.example.app/entry@har/ets/workers/worker');
  });

  it('says that the file of a HAR is not there [P-27, P-40]', () => {
    expect(problem('@har/ets/workers/wroker.ets')).toBe(
      [
        'missing: Cannot start worker "@har/ets/workers/wroker.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: libs/har/src/main/ets/workers/wroker.{ets,ts,js}',
        '  - listed:     ./src/main/ets/workers/worker.ets',
        'Hint: did you mean "@har/ets/workers/worker.ets"?',
      ].join('\n'),
    );
  });

  it("says that the file of a HAR is not in the HAR's list [P-55]", () => {
    expect(problem('@har/ets/workers/unlisted.ets')).toBe(
      [
        'missing: Cannot start worker "@har/ets/workers/unlisted.ets" [FOW_SCRIPT_NOT_REGISTERED]',
        '  - found on disk: libs/har/src/main/ets/workers/unlisted.ets',
        '  - not listed in: libs/har/build-profile.json5 > buildOption.sourceOption.workers',
        '  - listed there:  ./src/main/ets/workers/worker.ets',
        '  - imported by:   nothing that is compiled',
        'Hint: add "./src/main/ets/workers/unlisted.ets" to that list.',
      ].join('\n'),
    );
  });

  it('says that an HSP is no HAR [P-27]', () => {
    expect(problem('@hsp/ets/workers/worker.ets')).toBe(
      [
        'missing: Cannot start worker "@hsp/ets/workers/worker.ets" [FOW_MODULE_UNKNOWN]',
        '  - no HAR is called:    "hsp"',
        '  - HARs of the project: har',
        'Hint: did you mean "hsp/ets/workers/worker.ets"?',
      ].join('\n'),
    );
  });

  it('says how a HAR is named when none is near [P-53]', () => {
    expect(problem('@nothing/like/it.ets')).toBe(
      [
        'missing: Cannot start worker "@nothing/like/it.ets" [FOW_MODULE_UNKNOWN]',
        '  - no HAR is called:    "nothing"',
        '  - HARs of the project: har',
        'Hint: begin the path with the name of one of them, as in "@har/ets/workers/worker.ets".',
      ].join('\n'),
    );
  });

  it("says that another application's script cannot be run [P-29]", () => {
    expect(problem('@bundle:com.other/entry/ets/w.ets')).toBe(
      [
        'missing: Cannot start worker "@bundle:com.other/entry/ets/w.ets" [FOW_OTHER_BUNDLE]',
        '  - bundle in the path:    "com.other"',
        '  - bundle of the project: "com.example.app"',
        "Hint: another application's scripts can't be run here.",
      ].join('\n'),
    );
  });
});

describe('a relative path in the source of a HAR', () => {
  it('finds a file of the HAR [P-10, P-35]', () => {
    expect(project.resolveScript('./workers/worker.ets', harFile)).toMatchObject({
      kind: 'found',
      file: join(root, 'libs/har/src/main/ets/workers/worker.ets'),
      record: 'com.example.app/entry@har/ets/workers/worker',
    });
  });

  it('is unverified, since its record holds an @ [P-4]', () => {
    expect(problem('./workers/none.ets', harFile)).toBe(
      [
        'missing: Cannot start worker "./workers/none.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for:  libs/har/src/main/ets/workers/none.{ets,ts,js}',
        '  - listed:      ./src/main/ets/workers/worker.ets',
        '  - called from: libs/har/src/main/ets/Starter.ets',
        'Hint: create that file and list it in libs/har/build-profile.json5.',
      ].join('\n'),
    );
  });
});
