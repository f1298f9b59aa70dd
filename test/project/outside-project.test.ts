import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { problemText } from './problem-text';
import { faFiles, projectOnDisk, stageFiles } from './project-on-disk';

const elsewhere = projectOnDisk({ 'secret.ts': '', 'folder/secret.ts': '' });

function stageProject() {
  const root = projectOnDisk(stageFiles);
  symlinkSync(join(elsewhere, 'secret.ts'), join(root, 'entry/src/ohosTest/ets/linked.ts'));
  symlinkSync(join(elsewhere, 'folder'), join(root, 'libs/har/src/main/ets/linked'));
  symlinkSync(join(root, 'entry/src/main/ets/pages/Index.ets'), join(root, 'entry/src/ohosTest/ets/within.ets'));
  return { root, project: openProject(root), page: join(root, 'entry/src/main/ets/pages/Index.ets') };
}

describe('a path that leads out of the project', () => {
  it.each([4, 5, 9])('is refused when it climbs %i folders [P-2, P-59]', (levels) => {
    const { root, project, page } = stageProject();
    const url = `${'../'.repeat(levels)}etc/passwd`;
    expect(problemText(project.resolveScript(url, page))).toBe(
      [
        `refused: Cannot start worker "${url}" [FOW_SCRIPT_OUTSIDE_PROJECT]`,
        '  - leads to:    the record etc/passwd',
        `  - project:     ${root}`,
        '  - called from: entry/src/main/ets/pages/Index.ets',
        'Hint: move the script into a module of the project.',
      ].join('\n'),
    );
  });

  it('is refused when a file that no device has climbs out on disk', () => {
    const { root, project } = stageProject();
    const url = '../../../../secret.ts';
    expect(problemText(project.resolveScript(url, join(root, 'entry/src/test/Local.test.ts')))).toBe(
      [
        `refused: Cannot start worker "${url}" [FOW_SCRIPT_OUTSIDE_PROJECT]`,
        `  - leads to:    ${join(root, '../secret.ts')}`,
        `  - project:     ${root}`,
        '  - called from: entry/src/test/Local.test.ts',
        'Hint: move the script into a module of the project.',
      ].join('\n'),
    );
  });

  it('is refused when a link leads out', () => {
    const { root, project, page } = stageProject();
    expect(problemText(project.resolveScript('entry_test/ets/linked.ts', page))).toBe(
      [
        'refused: Cannot start worker "entry_test/ets/linked.ts" [FOW_SCRIPT_OUTSIDE_PROJECT]',
        `  - leads to: ${join(elsewhere, 'secret.ts')}`,
        `  - project:  ${root}`,
        'Hint: move the script into a module of the project.',
      ].join('\n'),
    );
  });

  it('is refused when a link that only tests have leads out', () => {
    const root = projectOnDisk({ 'host.ts': '' });
    symlinkSync(join(elsewhere, 'secret.ts'), join(root, 'linked.ts'));
    expect(problemText(openProject(root).resolveScript('./linked', join(root, 'host.ts')))).toBe(
      [
        'refused: Cannot start worker "./linked" [FOW_SCRIPT_OUTSIDE_PROJECT]',
        `  - leads to:    ${join(elsewhere, 'secret.ts')}`,
        `  - project:     ${root}`,
        '  - called from: host.ts',
        'Hint: move the script into a module of the project.',
      ].join('\n'),
    );
  });

  it('is missing when it is unverified: the platform checks nothing at construction [P-4]', () => {
    const { root, project, page } = stageProject();
    expect(problemText(project.resolveScript('@har/ets/linked/secret.ts', page))).toBe(
      [
        'missing: Cannot start worker "@har/ets/linked/secret.ts" [FOW_SCRIPT_OUTSIDE_PROJECT]',
        `  - leads to: ${join(elsewhere, 'folder/secret.ts')}`,
        `  - project:  ${root}`,
        'Hint: move the script into a module of the project.',
      ].join('\n'),
    );
  });

  it('is missing in the FA model, which refuses nothing [P-60]', () => {
    const root = projectOnDisk(faFiles);
    symlinkSync(join(elsewhere, 'secret.ts'), join(root, 'entry/src/main/ets/workers/linked.ts'));
    const project = openProject(root);
    expect(project.resolveScript('workers/linked.ts', undefined).kind).toBe('missing');
    expect(project.resolveScript('../../../../../../../etc/passwd', undefined).kind).toBe('missing');
  });
});

it('follows a link that stays within the project', () => {
  const { project, page } = stageProject();
  expect(project.resolveScript('entry_test/ets/within.ets', undefined)).toMatchObject({
    kind: 'found',
    file: page,
    record: 'com.example.app/entry_test/ets/within',
  });
});
