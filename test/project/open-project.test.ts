import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject, type Project } from '../../src/project';
import { addFiles, faFiles, projectOnDisk, stageFiles } from './project-on-disk';

const names = (project: Project) => project.modules.map(({ name }) => name);
const below = (folder: string, files: Readonly<Record<string, string | object>>) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

describe('openProject', () => {
  it.each(['.', 'entry', 'entry/src/test', 'libs'])('finds the application from its folder %s [P-50]', (start) => {
    const root = projectOnDisk(stageFiles);
    const project = openProject(join(root, start));
    expect(project.root).toBe(root);
    expect(names(project)).toEqual(['entry', 'entry_test', 'hsp', 'har', 'watch']);
  });

  it('finds the application in a folder below the start folder', () => {
    const root = projectOnDisk({ 'package.json': '{}', ...below('apps/phone', stageFiles) });
    expect(openProject(root).root).toBe(join(root, 'apps/phone'));
  });

  it('begins at the folder that the options name', () => {
    const root = projectOnDisk({ ...below('a', stageFiles), ...below('b', faFiles) });
    expect(openProject(root, { root: 'b' }).root).toBe(join(root, 'b'));
    expect(openProject('/', { root: join(root, 'a') }).root).toBe(join(root, 'a'));
  });

  it('holds the modules of all applications below the start folder', () => {
    const root = projectOnDisk({ ...below('a', stageFiles), ...below('b', faFiles) });
    const project = openProject(root);
    expect(project.root).toBe(root);
    expect(names(project)).toEqual(['entry', 'entry_test', 'hsp', 'har', 'watch', 'entry']);
  });

  it.each(['node_modules', 'oh_modules', 'build', '.hidden', 'a/b/c'])('does not search below %s', (folder) => {
    const root = projectOnDisk(below(`${folder}/app`, stageFiles));
    expect(openProject(root).modules).toEqual([]);
  });

  it('takes a folder with one module and no root profile for a project', () => {
    const root = projectOnDisk({ 'src/main/module.json5': { module: { name: 'lonely', type: 'har' } } });
    expect(openProject(root).root).toBe(root);
    expect(names(openProject(root))).toEqual(['lonely']);
  });

  it('does not take a module into an application that does not list it', () => {
    const root = projectOnDisk({ ...stageFiles, 'other/src/main/module.json5': { module: { name: 'other' } } });
    expect(names(openProject(join(root, 'other')))).toEqual(['other']);
  });

  it('gathers modules that no root profile lists, as projects of API 7 have them', () => {
    const root = projectOnDisk({
      'entry/src/main/config.json': { app: { bundleName: 'a.b' }, module: { distro: { moduleName: 'phone' } } },
      'watch/src/main/config.json': { module: {} },
    });
    expect(openProject(root).modules.map(({ name, model }) => [name, model])).toEqual([
      ['phone', 'fa'],
      ['watch', 'fa'],
    ]);
  });

  it('follows a srcPath that leads beside the root', () => {
    const root = projectOnDisk({
      'app/build-profile.json5': { modules: [{ name: 'shared', srcPath: '../shared' }] },
      'shared/src/main/module.json5': { module: { name: 'shared', type: 'shared' } },
      'shared/src/main/ets/w.ets': '',
    });
    const resolution = openProject(join(root, 'app')).resolveScript('shared/ets/w.ets', undefined);
    expect(resolution).toMatchObject({ kind: 'found', file: join(root, 'shared/src/main/ets/w.ets') });
  });

  it('has no modules where no DevEco file is', () => {
    const root = projectOnDisk({ 'src/main/index.ts': '' });
    expect(openProject(root)).toMatchObject({ root, modules: [] });
    expect(openProject(join(root, 'nowhere')).modules).toEqual([]);
  });

  it('reads nothing before the first question', () => {
    const root = projectOnDisk({});
    const project = openProject(root);
    addFiles(root, stageFiles);
    expect(names(project)).toContain('entry');
  });
});

describe('project.relative', () => {
  it('counts from the root of the application, wherever the search began', () => {
    const root = projectOnDisk(stageFiles);
    const file = join(root, 'entry/src/main/ets/workers/worker.ts');
    expect(openProject(join(root, 'entry')).relative(file)).toBe('entry/src/main/ets/workers/worker.ts');
  });

  it('counts from the start folder where there is no application', () => {
    const root = projectOnDisk({ 'src/w.ts': '' });
    expect(openProject(root).relative(join(root, 'src/w.ts'))).toBe('src/w.ts');
  });

  it('gives one text for a file, whether it is named by a link or not', () => {
    const folder = projectOnDisk(below('real', stageFiles));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    const project = openProject(join(folder, 'link'));
    for (const name of ['real', 'link']) {
      expect(project.relative(join(folder, name, 'entry/src/main/ets/pages/Index.ets'))).toBe(
        'entry/src/main/ets/pages/Index.ets',
      );
    }
  });

  it('leads out of the project for a file outside', () => {
    const root = projectOnDisk({ 'other/x.ts': '' });
    mkdirSync(join(root, 'app'));
    expect(openProject(join(root, 'app')).relative(join(root, 'other/x.ts'))).toBe('../other/x.ts');
  });
});
