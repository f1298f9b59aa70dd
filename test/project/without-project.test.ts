import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openProject } from '../../src/project';
import { noteTexts, problemText } from './problem-text';
import { projectOnDisk, stageFiles } from './project-on-disk';

const files = { 'src/host.ts': '', 'src/worker.ts': '', 'other/worker.ts': '' };

describe('resolveScript without a DevEco project', () => {
  const root = projectOnDisk(files);
  const project = openProject(root);
  const host = join(root, 'src/host.ts');

  it('finds a relative path beside the calling file, with a note', () => {
    const resolution = project.resolveScript('./worker.ets', host);
    expect(resolution).toMatchObject({ kind: 'found', file: join(root, 'src/worker.ts'), record: 'src/worker' });
    expect(noteTexts(resolution)).toEqual([
      [
        'Worker script src/worker.ts was found on disk only [FOW_CALLER_NOT_COMPILED]',
        '  - called from: src/host.ts, which is compiled into no module',
        "Hint: on a device a script lies in the ets folder of the application's module.",
      ].join('\n'),
    ]);
  });

  it('refuses every other form and says where a project was looked for', () => {
    for (const url of ['entry/ets/workers/worker.ets', '@har/ets/w.ets', '/src/worker.ts']) {
      expect(problemText(project.resolveScript(url, host))).toBe(
        [
          `refused: Cannot start worker "${url}" [FOW_NO_PROJECT]`,
          '  - looked for: build-profile.json5, src/main/module.json5, src/main/config.json',
          `  - looked in:  ${root}, the folders above it and 3 levels below it`,
          "Hint: call workers.configure({ project: { root: 'path/to/app' } }), or add the app's build-profile.json5.",
        ].join('\n'),
      );
    }
  });

  it('refuses a relative path to no file', () => {
    expect(problemText(project.resolveScript('./none.ts', host))).toBe(
      [
        'refused: Cannot start worker "./none.ts" [FOW_SCRIPT_NOT_FOUND]',
        '  - looked for:  src/none.{ets,ts,js}',
        '  - called from: src/host.ts',
        'Hint: create that file.',
      ].join('\n'),
    );
  });

  it('refuses a relative path of an unknown calling file', () => {
    expect(project.resolveScript('./worker.ts', undefined)).toMatchObject({
      kind: 'refused',
      problem: { code: 'FOW_CALLING_FILE_UNKNOWN' },
    });
  });

  it('refuses a relative path out of the start folder', () => {
    expect(openProject(join(root, 'src')).resolveScript('../other/worker.ts', host)).toMatchObject({
      kind: 'refused',
      problem: { code: 'FOW_SCRIPT_OUTSIDE_PROJECT' },
    });
  });

  it('stays in the folder of a calling file that lies outside the start folder', () => {
    const beside = openProject(join(root, 'other'));
    expect(beside.resolveScript('./worker.ts', host)).toMatchObject({ kind: 'found', record: 'worker' });
    expect(beside.resolveScript('../other/worker.ts', host).kind).toBe('refused');
  });
});

describe('openProject', () => {
  it.each(['nowhere', 'src/host.ts'])('refuses the folder %j, which does not exist', (folder) => {
    const root = projectOnDisk(files);
    expect(() => openProject(root, { root: folder })).toThrow(
      new Error(
        [
          `The option "project.root" is "${folder}", and there is no such folder [FOW_NO_PROJECT]`,
          `  - looked for: ${join(root, folder)}`,
          `Hint: give the folder of the app's build-profile.json5, absolute or relative to ${root}.`,
        ].join('\n'),
      ),
    );
  });
});

describe('resolveScript with several applications below the start folder', () => {
  const apps = ['a', 'b'].flatMap((app) =>
    Object.entries(stageFiles).map(([name, content]) => [`apps/${app}/${name}`, content] as const),
  );
  const root = projectOnDisk({
    ...files,
    ...Object.fromEntries(apps),
    'apps/b/build-profile.json5': { modules: [{ name: 'entry' }, { name: 'only-b' }] },
    'apps/b/only-b/src/main/module.json5': { module: { name: 'only-b', type: 'shared' } },
    'apps/b/only-b/src/main/ets/w.ets': '',
  });
  const project = openProject(root);
  const url = 'entry/ets/workers/worker.ts';
  const ownWorker = (app: string) => join(root, 'apps', app, 'entry/src/main/ets/workers/worker.ts');

  it.each(['a', 'b'])('takes the application %s that holds the calling file', (app) => {
    const caller = join(root, 'apps', app, 'tests/host.test.ts');
    expect(project.resolveScript(url, caller)).toMatchObject({ kind: 'found', file: ownWorker(app) });
  });

  it('takes the only one with the module that the path names', () => {
    expect(project.resolveScript('only-b/ets/w.ets', join(root, 'src/host.ts')).kind).toBe('found');
  });

  it('takes the one that a relative path leads into', () => {
    const relative = '../apps/a/entry/src/main/ets/workers/worker.ts';
    expect(project.resolveScript(relative, join(root, 'src/host.ts'))).toMatchObject({ file: ownWorker('a') });
  });

  it('finds a relative path that leads into none', () => {
    expect(project.resolveScript('./worker.ts', join(root, 'src/host.ts'))).toMatchObject({ record: 'src/worker' });
  });

  it('refuses a path that may mean any of them', () => {
    expect(problemText(project.resolveScript(url, undefined))).toBe(
      [
        'refused: Cannot start worker "entry/ets/workers/worker.ts" [FOW_SEVERAL_PROJECTS]',
        '  - projects: apps/a, apps/b',
        "Hint: say which is meant: workers.configure({ project: { root: 'path/to/app' } }).",
      ].join('\n'),
    );
  });
});
