import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { problemText } from './problem-text';
import { addFiles, projectOnDisk, stageFiles } from './project-on-disk';

const root = projectOnDisk(stageFiles);
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/pages/Index.ets');
const problem = (url: string, caller: string | undefined = page) => problemText(project.resolveScript(url, caller));

describe('a script that is not on disk', () => {
  it('is refused with what was looked for, what is listed and the nearest name [P-6, P-7, P-33]', () => {
    expect(problem('entry/ets/workers/wroker.ets')).toBe(
      [
        'refused: Cannot start worker "entry/ets/workers/wroker.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/main/ets/workers/wroker.{ets,ts,js}',
        '  - listed:     ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        'Hint: did you mean "entry/ets/workers/worker.ts"?',
      ].join('\n'),
    );
  });

  it('is refused when only the case differs, on every disk [P-33]', () => {
    expect(problem('entry/ets/Workers/worker.ts')).toBe(
      [
        'refused: Cannot start worker "entry/ets/Workers/worker.ts" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/main/ets/Workers/worker.{ets,ts,js}',
        '  - listed:     ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        'Hint: did you mean "entry/ets/workers/worker.ts"?',
      ].join('\n'),
    );
  });

  it('is refused with the advice to write it when no name is near', () => {
    expect(problem('entry/ets/compress.ets')).toBe(
      [
        'refused: Cannot start worker "entry/ets/compress.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/main/ets/compress.{ets,ts,js}',
        '  - listed:     ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        'Hint: create that file and list it in entry/build-profile.json5.',
      ].join('\n'),
    );
  });

  it('shows the calling file of a relative path [P-26]', () => {
    expect(problem('./compress.ets')).toBe(
      [
        'refused: Cannot start worker "./compress.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for:  entry/src/main/ets/pages/compress.{ets,ts,js}',
        '  - listed:      ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        '  - called from: entry/src/main/ets/pages/Index.ets',
        'Hint: create that file and list it in entry/build-profile.json5.',
      ].join('\n'),
    );
  });

  it('is meant with its extension when its name has a dot of its own [P-5, P-22]', () => {
    expect(problem('entry/ets/workers/my.worker')).toBe(
      [
        'refused: Cannot start worker "entry/ets/workers/my.worker" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/main/ets/workers/my.{ets,ts,js}',
        '  - listed:     ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        'Hint: did you mean "entry/ets/workers/my.worker.ets"?',
      ].join('\n'),
    );
  });

  it('needs no entry in a list where the module has none', () => {
    expect(problem('entry_test/ets/compress.ets')).toBe(
      [
        'refused: Cannot start worker "entry_test/ets/compress.ets" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/ohosTest/ets/compress.{ets,ts,js}',
        'Hint: create that file.',
      ].join('\n'),
    );
  });

  it('is found once it is there, and kept from then on', () => {
    const own = projectOnDisk(stageFiles);
    const reopened = openProject(own);
    const resolve = () => reopened.resolveScript('entry_test/ets/later.ets', undefined);
    expect(resolve().kind).toBe('refused');
    addFiles(own, { 'entry/src/ohosTest/ets/later.ets': '' });
    const found = resolve();
    expect(found.kind).toBe('found');
    expect(resolve()).toBe(found);
  });
});

describe('a script that is on disk and not listed', () => {
  it('is refused with the line to add [P-8, P-55]', () => {
    expect(problem('entry/ets/workers/Resize.ets')).toBe(
      [
        'refused: Cannot start worker "entry/ets/workers/Resize.ets" [FOW_SCRIPT_NOT_REGISTERED]',
        '  - found on disk: entry/src/main/ets/workers/Resize.ets',
        '  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers',
        '  - listed there:  ./src/main/ets/workers/worker.ts, ./src/main/ets/workers/my.worker.ets',
        '  - imported by:   nothing that is compiled',
        'Hint: add "./src/main/ets/workers/Resize.ets" to that list.',
      ].join('\n'),
    );
  });

  it('is refused by an empty list too, and long lists are cut [P-55]', () => {
    const withList = (workers: readonly string[]) => {
      const own = projectOnDisk({
        ...stageFiles,
        'entry/build-profile.json5': { buildOption: { sourceOption: { workers } } },
      });
      return problemText(openProject(own).resolveScript('entry/ets/workers/Resize.ets', undefined)).split('\n')[3];
    };
    expect(withList([])).toBe('  - listed there:  none');
    expect(withList(['./a.ets', 'b.ets', './c.ets', './d.ets', './e.ets', './f.ets', './g.ets'])).toBe(
      '  - listed there:  ./a.ets, ./b.ets, ./c.ets, ./d.ets, ./e.ets and 2 more',
    );
  });
});

describe('a path whose first segment is no module', () => {
  it('is refused with the modules; the FA form is recognised [P-30]', () => {
    expect(problem('workers/worker.ets')).toBe(
      [
        'refused: Cannot start worker "workers/worker.ets" [FOW_MODULE_UNKNOWN]',
        '  - no module is called:    "workers"',
        '  - modules of the project: entry, entry_test, hsp, watch',
        'Hint: did you mean "entry/ets/workers/worker.ts"?',
      ].join('\n'),
    );
  });

  it('is refused with the form of a path when nothing is near [P-33]', () => {
    expect(problem('nothing/at/all.ets')).toBe(
      [
        'refused: Cannot start worker "nothing/at/all.ets" [FOW_MODULE_UNKNOWN]',
        '  - no module is called:    "nothing"',
        '  - modules of the project: entry, entry_test, hsp, watch',
        'Hint: begin the path with the name of one of them, as in "entry/ets/workers/worker.ets".',
      ].join('\n'),
    );
  });
});

describe('a path that can name no script', () => {
  const fromModule = 'write it from the name of a module, as in "entry/ets/workers/worker.ets".';
  const worker = 'did you mean "entry/ets/workers/worker.ts"?';
  const onDisk = 'a disk path or an address cannot name a script';
  const odd = 'only a path that begins with a dot is normalized, so this one may hold no ".", ".." or "//"';

  it.each([
    ['worker.ets', '"worker" is not a module\'s name followed by a path', worker, 'P-32'],
    ['', '"" is not a module\'s name followed by a path', fromModule, 'P-32'],
    ['entry', '"entry" is not a module\'s name followed by a path', fromModule, 'P-32'],
    [
      'a.b/ets/w',
      '"a" (all from the last dot on is dropped) is not a module\'s name followed by a path',
      fromModule,
      'P-5',
    ],
    [
      'entry/src/main/ets/workers/worker.ts',
      'only files below "entry/ets" are scripts, "entry/src/main/ets/workers/worker" is none',
      worker,
      'P-31',
    ],
    [
      'entry/resources/rawfile/raw.ts',
      'only files below "entry/ets" are scripts, "entry/resources/rawfile/raw" is none',
      fromModule,
      'P-59',
    ],
    [
      'har/ets/workers/worker.ets',
      '"har" is a HAR, whose scripts are packed into the module that uses it',
      'did you mean "@har/ets/workers/worker.ets"?',
      'P-35',
    ],
    ['entry/ets/../ets/workers/worker.ts', odd, worker, 'P-5'],
    ['entry/ets//workers/worker.ts', odd, worker, 'P-5'],
    ['entry/../../../etc/passwd', odd, fromModule, 'P-59'],
    ['/etc/passwd', onDisk, fromModule, 'P-59'],
    [join(root, 'entry/src/main/ets/workers/worker.ts'), onDisk, worker, 'P-59'],
    ['file:///etc/passwd', onDisk, fromModule, 'P-59'],
    ['data:text/javascript,1', onDisk, fromModule, 'P-59'],
    ['C:\\app\\entry\\w.ts', onDisk, fromModule, 'P-59'],
  ])('is refused: %j [%4$s]', (url, reason, hint) => {
    expect(problem(url)).toBe(
      [
        `refused: Cannot start worker ${JSON.stringify(url)} [FOW_SCRIPT_URL_UNUSABLE]`,
        `  - reason: ${reason}`,
        `Hint: ${hint}`,
      ].join('\n'),
    );
  });

  it('is refused with its calling file when it is relative [P-59]', () => {
    expect(problem('../../resources/rawfile/raw.ts')).toBe(
      [
        'refused: Cannot start worker "../../resources/rawfile/raw.ts" [FOW_SCRIPT_URL_UNUSABLE]',
        '  - reason:      only files below "entry/ets" are scripts, "entry/resources/rawfile/raw" is none',
        '  - called from: entry/src/main/ets/pages/Index.ets',
        `Hint: ${fromModule}`,
      ].join('\n'),
    );
  });
});

describe('a relative path of an unknown calling file', () => {
  it('is refused with the form that needs none [P-10]', () => {
    expect(problemText(project.resolveScript('./worker.ets', undefined))).toBe(
      [
        'refused: Cannot start worker "./worker.ets" [FOW_CALLING_FILE_UNKNOWN]',
        "  - reason: the path counts from the file that calls new, and the stack doesn't show that file",
        'Hint: write it from the name of a module, as in "entry/ets/workers/worker.ets".',
      ].join('\n'),
    );
  });
});
