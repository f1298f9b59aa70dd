import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { noteTexts } from './problem-text';
import { addFiles, projectOnDisk, stageFiles } from './project-on-disk';

type Files = Readonly<Record<string, string | object>>;

const ets = 'entry/src/main/ets';

/** What becomes of the unlisted `entry/ets/workers/Resize.ets` in an application with these files besides. */
const resolveWith = (files: Files) => {
  const root = projectOnDisk({ ...stageFiles, ...files });
  return openProject(root).resolveScript('entry/ets/workers/Resize.ets', undefined);
};
const importsIt = "import '../workers/Resize';";

describe('a script that is not listed, but imported by compiled code', () => {
  const withPage = { 'entry/src/main/module.json5': { module: { name: 'entry', pages: '$profile:main_pages' } } };
  const mainPages = { 'entry/src/main/resources/base/profile/main_pages.json': { src: ['pages/Index'] } };

  it('exists, and is noted with the line to add [P-8]', () => {
    const resolution = resolveWith({ ...withPage, ...mainPages, [`${ets}/pages/Index.ets`]: importsIt });
    expect(noteTexts(resolution)).toEqual([
      [
        'Worker script entry/src/main/ets/workers/Resize.ets is not listed; it exists because it is compiled anyway [FOW_SCRIPT_NOT_LISTED]',
        '  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers',
        '  - imported by:   entry/src/main/ets/pages/Index.ets',
        'Hint: add "./src/main/ets/workers/Resize.ets" to that list, as DevEco asks for.',
      ].join('\n'),
    ]);
  });

  it('exists, and is noted, where the build begins with it [P-8]', () => {
    const pages = { 'entry/src/main/resources/base/profile/main_pages.json': { src: ['workers/Resize'] } };
    expect(noteTexts(resolveWith({ ...withPage, ...pages }))).toEqual([
      [
        'Worker script entry/src/main/ets/workers/Resize.ets is not listed; it exists because it is compiled anyway [FOW_SCRIPT_NOT_LISTED]',
        '  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers',
        '  - imported by:   nothing: it is a page, an ability or the like, with which the build begins',
        'Hint: add "./src/main/ets/workers/Resize.ets" to that list, as DevEco asks for.',
      ].join('\n'),
    ]);
  });

  it('exists, and is noted, where the list has it with another extension [P-8, P-23]', () => {
    const files = {
      'entry/build-profile.json5': {
        buildOption: { sourceOption: { workers: ['./src/main/ets/workers/Resize.ts'] } },
      },
    };
    expect(noteTexts(resolveWith(files))).toEqual([
      [
        'Worker script entry/src/main/ets/workers/Resize.ets is not listed; it exists because it is compiled anyway [FOW_SCRIPT_NOT_LISTED]',
        '  - not listed in: entry/build-profile.json5 > buildOption.sourceOption.workers',
        '  - listed there:  ./src/main/ets/workers/Resize.ts',
        'Hint: write "./src/main/ets/workers/Resize.ets" there, with the extension that the file has.',
      ].join('\n'),
    ]);
  });

  it.each<[string, string, object]>([
    ['the ability stage', 'stage/App.ets', { srcEntry: './ets/stage/App.ets' }],
    ['an ability', 'entryability/A.ets', { abilities: [{ srcEntry: './ets/entryability/A.ets' }] }],
    ['an ability of older projects', 'entryability/A.ts', { abilities: [{ srcEntrance: './ets/entryability/A.ts' }] }],
    ['an extension ability', 'form/Form.ets', { extensionAbilities: [{ srcEntry: './ets/form/Form.ets' }] }],
  ])('exists when %s imports it [P-8]', (_, file, module) => {
    const files = {
      'entry/src/main/module.json5': { module: { name: 'entry', ...module } },
      [`${ets}/${file}`]: importsIt,
    };
    expect(resolveWith(files).kind).toBe('found');
  });

  it.each<[string, Files, string]>([
    [
      'a route',
      {
        'entry/src/main/module.json5': { module: { name: 'entry', routerMap: '$profile:routes' } },
        'entry/src/main/resources/base/profile/routes.json': {
          routerMap: [{ name: 'a', pageSourceFile: 'src/main/ets/routed/A.ets' }],
        },
      },
      'routed/A.ets',
    ],
    [
      'a card',
      {
        'entry/src/main/module.json5': {
          module: { name: 'entry', extensionAbilities: [{ metadata: [{ resource: '$profile:forms' }] }] },
        },
        'entry/src/main/resources/base/profile/forms.json': { forms: [{ src: './ets/cards/Card.ets' }] },
      },
      'cards/Card.ets',
    ],
    [
      'a source that is only loaded at run time',
      {
        'entry/build-profile.json5': {
          buildOption: {
            sourceOption: { workers: [] },
            arkOptions: { runtimeOnly: { sources: ['./src/main/ets/late/L.ets'] } },
          },
        },
      },
      'late/L.ets',
    ],
  ])('exists when %s imports it [P-8]', (_, files, file) => {
    expect(resolveWith({ ...files, [`${ets}/${file}`]: importsIt }).kind).toBe('found');
  });

  it('exists when it is reached over other sources, an index and a listed worker [P-8]', () => {
    const resolution = resolveWith({
      [`${ets}/workers/worker.ts`]: "export * from '../model';",
      [`${ets}/model/index.ets`]: "import { a } from './my.model';",
      [`${ets}/model/my.model.ts`]: "export const a = () => import('../plain.js');\nimport './index';",
      [`${ets}/plain.js`]: "export { b } from './workers/Resize.ets';",
    });
    expect(noteTexts(resolution)[0]).toContain('imported by:   entry/src/main/ets/plain.js');
  });

  it.each([
    [
      'its main',
      { 'libs/har/oh-package.json5': { name: '@team/har', main: './src/main/ets/Main.ets' } },
      'src/main/ets/Main.ets',
      './workers/unlisted',
    ],
    ['its index', {}, 'Index.ets', './src/main/ets/workers/unlisted'],
  ])('exists in a HAR when %s imports it [P-8]', (_, files, file, name) => {
    const root = projectOnDisk({ ...stageFiles, ...files, [`libs/har/${file}`]: `export * from '${name}';` });
    expect(openProject(root).resolveScript('@har/ets/workers/unlisted.ets', undefined).kind).toBe('found');
  });

  it.each(['@team/har', 'har'])('exists in a HAR when another module imports it by way of %s [P-8]', (name) => {
    const root = projectOnDisk({
      ...stageFiles,
      [`${ets}/workers/worker.ts`]: `import { a } from '${name}/src/main/ets/workers/unlisted';`,
    });
    expect(openProject(root).resolveScript('@har/ets/workers/unlisted.ets', undefined).kind).toBe('found');
  });
});

describe('a script that is not listed and not imported by compiled code', () => {
  it.each<[string, Files]>([
    ['types alone', { [`${ets}/workers/worker.ts`]: "import type { A } from './Resize';" }],
    ['a comment', { [`${ets}/workers/worker.ts`]: "// import './Resize';" }],
    ['a source that nothing leads to', { [`${ets}/model/dead.ets`]: importsIt }],
    ['a name of another case', { [`${ets}/workers/worker.ts`]: "import './resize';" }],
    ['a package', { [`${ets}/workers/worker.ts`]: "import 'Resize'; import 'other/Resize';" }],
    ['the tests', { 'entry/src/ohosTest/ets/test/Ability.test.ets': "import '../../../main/ets/workers/Resize';" }],
  ])('is refused when only %s name it [P-8]', (_, files) => {
    expect(resolveWith(files)).toMatchObject({ kind: 'refused', problem: { code: 'FOW_SCRIPT_NOT_REGISTERED' } });
  });

  it('stays refused while the project is open, as the build would not have it', () => {
    const root = projectOnDisk(stageFiles);
    const project = openProject(root);
    const resolve = () => project.resolveScript('entry/ets/workers/Resize.ets', undefined).kind;
    expect(resolve()).toBe('refused');
    addFiles(root, { [`${ets}/workers/worker.ts`]: "import './Resize';" });
    expect(resolve()).toBe('refused');
    expect(openProject(root).resolveScript(join('entry', 'ets/workers/Resize.ets'), undefined).kind).toBe('found');
  });
});
