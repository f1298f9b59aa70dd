import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject, type ProjectModule } from '../../src/project';
import { faFiles, projectOnDisk, stageFiles } from './project-on-disk';

function moduleOf(files: Readonly<Record<string, string | object>>): ProjectModule {
  const [module] = openProject(projectOnDisk({ 'src/main/ets/Index.ets': '', ...files })).modules;
  if (module === undefined) throw new Error('the test wrote no module');
  return module;
}

const moduleFile = { module: { name: 'entry', type: 'entry' } };
const configFile = { module: { distro: { moduleName: 'old' } } };

describe('the modules of a Stage application', () => {
  const root = projectOnDisk(stageFiles);
  const { modules } = openProject(root);

  it('have the name and type of their module.json5, and the tests are a module of their own [P-50, P-52]', () => {
    expect(modules.map(({ name, type, sourceSet }) => [name, type, sourceSet])).toEqual([
      ['entry', 'entry', 'main'],
      ['entry_test', 'feature', 'ohosTest'],
      ['hsp', 'shared', 'main'],
      ['har', 'har', 'main'],
      ['watch', 'feature', 'main'],
    ]);
  });

  it('know their folders', () => {
    expect(modules[1]).toMatchObject({
      folder: join(root, 'entry'),
      sourceFolder: join(root, 'entry/src/ohosTest'),
    });
  });

  it('know the package of their oh-package.json5 [P-53]', () => {
    expect(modules[3]?.package).toEqual({ name: '@team/har', version: '1.2.0' });
    expect(modules[0]?.package).toEqual({ name: 'entry', version: '' });
  });

  it('have the name of the root profile where no file of theirs says one [P-50]', () => {
    const own = projectOnDisk({ 'build-profile.json5': { modules: [{ name: 'bare', srcPath: './bare' }] } });
    expect(openProject(own).modules).toMatchObject([{ name: 'bare', type: '', model: 'stage' }]);
  });
});

describe('the modules of an FA application', () => {
  it('have the name, the abilities and the bundle of their config.json [P-71, P-73]', () => {
    expect(openProject(projectOnDisk(faFiles)).modules).toMatchObject([
      {
        name: 'entry',
        type: 'entry',
        model: 'fa',
        abilityFolders: ['MainAbility', 'OtherAbility'],
        bundle: 'com.example.old',
      },
    ]);
  });
});

describe('the model of a module', () => {
  it.each<[files: Readonly<Record<string, object>>, model: string, rules: string]>([
    [{ 'src/main/module.json5': moduleFile }, 'stage', 'P-70'],
    [{ 'src/main/config.json': configFile }, 'fa', 'P-71'],
    [{ 'src/main/module.json5': moduleFile, 'src/main/config.json': configFile }, 'stage', 'P-75'],
    [{ 'src/main/module.json5': moduleFile, 'build-profile.json5': { apiType: 'faMode' } }, 'fa', 'P-72, P-75'],
    [{ 'src/main/config.json': configFile, 'build-profile.json5': { apiType: 'stageMode' } }, 'stage', 'P-72, P-75'],
  ])('of %j is %s [%s]', (files, model) => {
    expect(moduleOf(files).model).toBe(model);
  });
});

describe('the list of scripts of a module', () => {
  const sourceOption = { workers: ['./src/main/ets/a.ets', 'src/main/ets//b.ets'] };

  it.each([
    ['buildOption', { buildOption: { sourceOption } }],
    ['a target', { targets: [{ name: 'default', config: { buildOption: { sourceOption } } }] }],
    ['a set of options', { buildOptionSet: [{ name: 'release', sourceOption }] }],
    ['several places', { buildOption: { sourceOption }, targets: [{ buildOption: { sourceOption } }] }],
  ])('is read from %s [P-55]', (_, profile) => {
    expect(moduleOf({ 'src/main/module.json5': moduleFile, 'build-profile.json5': profile }).workers).toEqual([
      'src/main/ets/a.ets',
      'src/main/ets/b.ets',
    ]);
  });

  it('is empty where the profile has an empty one', () => {
    const profile = { buildOption: { sourceOption: { workers: [] } } };
    expect(moduleOf({ 'src/main/module.json5': moduleFile, 'build-profile.json5': profile }).workers).toEqual([]);
  });

  it('is undefined where the profile has none', () => {
    expect(moduleOf({ 'src/main/module.json5': moduleFile }).workers).toBeUndefined();
  });
});
