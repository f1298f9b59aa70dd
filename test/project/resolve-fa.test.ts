import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { bundleModePath } from '../../src/project/resolve-fa';
import { problemText } from './problem-text';
import { faFiles, projectOnDisk } from './project-on-disk';

const root = projectOnDisk(faFiles);
const project = openProject(root);
const page = join(root, 'entry/src/main/ets/MainAbility/pages/index.ets');
const problem = (url: string) => problemText(project.resolveScript(url, page));

describe('bundleModePath', () => {
  it.each([
    ['workers/worker.js', 'workers/worker', '.js'],
    ['/workers/worker.js', 'workers/worker', '.js'],
    ['../workers/worker.js', 'workers/worker', '.js'],
    ['../../workers/worker.js', '../workers/worker', '.js'],
    ['../../workers/worker', '.', './workers/worker'],
    ['@bundle:com.example/workers/w.ts', 'workers/w', '.ts'],
    ['@har/workers/w.ts', 'entry@har/workers/w', '.ts'],
    ['workers/my.worker.ets', 'workers/my.worker', '.ets'],
  ])('makes %s into %j [P-62, P-65]', (url, stem, extension) => {
    expect(bundleModePath(url, 'entry')).toEqual({ stem, extension });
  });
});

describe('resolveScript in an FA module', () => {
  it('finds a script below the folder of the calling ability [P-61, P-63]', () => {
    expect(project.resolveScript('workers/own.ts', page)).toEqual({
      kind: 'found',
      model: 'fa',
      file: join(root, 'entry/src/main/ets/MainAbility/workers/own.ts'),
      record: 'assets/js/MainAbility/workers/own.abc',
      notes: [],
    });
  });

  it.each([
    ['../workers/worker.ets', 'entry/src/main/ets/workers/worker.ts', 'P-62, P-63'],
    ['workers/worker.js', 'entry/src/main/ets/workers/worker.ts', 'P-63'],
    ['workers/script.js', 'entry/src/main/js/MainAbility/workers/script.js', 'P-63'],
    ['/workers/own', 'entry/src/main/ets/MainAbility/workers/own.ts', 'P-62'],
    ['@bundle:com.example.old/workers/own.js', 'entry/src/main/ets/MainAbility/workers/own.ts', 'P-62, P-65'],
  ])('finds %s at %s [%s]', (url, file) => {
    expect(project.resolveScript(url, page)).toMatchObject({ kind: 'found', file: join(root, file) });
  });

  it('searches only the folder of the calling ability, all of them for a caller in none [P-63]', () => {
    expect(project.resolveScript('workers/other.ts', page).kind).toBe('missing');
    const resolution = project.resolveScript('workers/other.ts', join(root, 'entry/src/test/x.test.ts'));
    expect(resolution).toMatchObject({ kind: 'found', record: 'assets/js/OtherAbility/workers/other.abc' });
    expect(project.resolveScript('workers/other.ts', undefined).kind).toBe('found');
  });

  it('never refuses: a script that is not there is missing [P-60, P-64]', () => {
    expect(project.resolveScript('workers/wroker.ts', page)).toMatchObject({
      kind: 'missing',
      model: 'fa',
      record: 'assets/js/MainAbility/workers/wroker.abc',
    });
    expect(problem('workers/wroker.ts')).toBe(
      [
        'missing: Cannot start worker "workers/wroker.ts" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for: entry/src/main/ets/MainAbility/workers/wroker.{ets,ts,js}',
        '  - then for:   entry/src/main/js/MainAbility/workers/wroker.{ets,ts,js}',
        '  - then for:   entry/src/main/ets/workers/wroker.{ets,ts,js}',
        '  - then for:   entry/src/main/js/workers/wroker.{ets,ts,js}',
        'Hint: did you mean "workers/worker.ts"?',
      ].join('\n'),
    );
  });

  it.each([
    ['./workers/own.ts', './workers/own', 'did you mean "workers/own.ts"?'],
    ['../../../etc/passwd', '../.', 'write it from the ability\'s folder, as in "workers/worker.ets".'],
    ['', '', 'write it from the ability\'s folder, as in "workers/worker.ets".'],
  ])('does not normalize %j [P-65]', (url, left, hint) => {
    expect(problem(url)).toBe(
      [
        `missing: Cannot start worker "${url}" [FOW_SCRIPT_URL_UNUSABLE]`,
        `  - reason: "${left}", which is left of it, names no file below the ability's folder`,
        `Hint: ${hint}`,
      ].join('\n'),
    );
  });

  it('takes the calling module first and its test module next', () => {
    const own = projectOnDisk({
      ...faFiles,
      'entry/src/ohosTest/config.json': {
        module: { distro: { moduleName: 'entry_test' }, js: [{ name: '.TestAbility' }] },
      },
      'entry/src/ohosTest/ets/TestAbility/workers/t.ts': '',
      'entry/src/ohosTest/ets/TestAbility/test.ets': '',
    });
    const caller = join(own, 'entry/src/ohosTest/ets/TestAbility/test.ets');
    const find = (url: string) => openProject(own).resolveScript(url, caller);
    expect(find('workers/t.js')).toMatchObject({ record: 'assets/js/TestAbility/workers/t.abc' });
    expect(find('workers/worker.js')).toMatchObject({ file: join(own, 'entry/src/main/ets/workers/worker.ts') });
  });
});
