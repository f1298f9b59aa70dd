import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isToolError } from '../../src/base';
import { openProject } from '../../src/project';
import { readProfile } from '../../src/project/profile-node';
import { projectOnDisk, stageFiles } from './project-on-disk';

describe('readProfile', () => {
  it('reads JSON5 with comments, trailing commas and a byte order mark', () => {
    const root = projectOnDisk({ 'a.json5': "\uFEFF{ // the app\n  app: { name: 'x', }, }" });
    expect(readProfile(join(root, 'a.json5')).get('app', 'name').asString()).toBe('x');
  });

  it.each(['none.json5', 'a.json5/none.json5'])(
    'reads %s, which is not there, as a node that does not exist',
    (name) => {
      const root = projectOnDisk({ 'a.json5': '{}' });
      expect(readProfile(join(root, name)).exists).toBe(false);
    },
  );

  it('names file, line and column of malformed JSON5, and what stands there', () => {
    const root = projectOnDisk({ 'a.json5': '{\n  app: {},\n  modules: [\n    { name: entry },\n  ],\n}' });
    const file = join(root, 'a.json5');
    expect(() => readProfile(file)).toThrow(
      new Error(
        [
          `Cannot read ${file} [FOW_PROFILE_MALFORMED]`,
          '  - at: line 4, column 13',
          '  - expected: a value',
          "  - found: invalid character 'e'",
          '  - line: { name: entry },',
          'Hint: correct that file; the project cannot be known without it.',
        ].join('\n'),
      ),
    );
  });

  it('names the end of a file that ends too early', () => {
    const root = projectOnDisk({ 'a.json5': '{ app: {' });
    const file = join(root, 'a.json5');
    expect(() => readProfile(file)).toThrow(
      new Error(
        [
          `Cannot read ${file} [FOW_PROFILE_MALFORMED]`,
          '  - at: line 1, column 9',
          '  - expected: a name, or }',
          '  - found: invalid end of input',
          '  - line: { app: {',
          'Hint: correct that file; the project cannot be known without it.',
        ].join('\n'),
      ),
    );
  });

  it.each([
    ['{ a: 1 b: 2 }', 'a comma, or }'],
    ['{ a: [1 2] }', 'a comma, or ]'],
    ['{ a 1 }', ': after the name'],
    ['{ a: }', 'a value'],
    ['{ a: tru3 }', 'a value'],
    ['[,]', 'a value, or ]'],
    ['{ a: 1, ] }', 'a name, or }'],
    ['{ a: [{ b: 1 }, { c: 2 } }', 'a comma, or ]'],
    ['{ a: "x\n" }', '" at the end of the text'],
    ["{ 'a", "' at the end of the text"],
    ['{ /* : , */ a: 1, // {\n b 2 }', ': after the name'],
    ['{ } x', 'the end of the file'],
    ['', 'a value'],
    ['{\r\n  a: 1\r\n  b: 2\r\n}', 'a comma, or }'],
  ])('says what it expected in %j: %s', (text, expected) => {
    const root = projectOnDisk({ 'a.json5': text });
    expect(() => readProfile(join(root, 'a.json5'))).toThrow(`\n  - expected: ${expected}\n`);
  });

  it.each([
    [{ modules: 'entry' }, 'modules', 'a list', "'entry'"],
    [{ modules: [{ name: 'entry', srcPath: 5 }] }, 'modules[0].srcPath', 'a string', '5'],
  ])('names a value of the wrong kind in %j', (profile, place, expected, found) => {
    const root = projectOnDisk({ 'build-profile.json5': profile });
    expect(() => openProject(root).modules).toThrow(
      new Error(
        [
          `Cannot read ${join(root, 'build-profile.json5')} [FOW_PROFILE_MALFORMED]`,
          `  - at: ${place}`,
          `  - expected: ${expected}`,
          `  - found: ${found}`,
          'Hint: correct that file; the project cannot be known without it.',
        ].join('\n'),
      ),
    );
  });

  it('says why a file cannot be read', () => {
    const root = projectOnDisk({ 'a.json5/inside.txt': '' });
    const file = join(root, 'a.json5');
    expect(() => readProfile(file)).toThrow(
      new Error(`Cannot read ${file} [FOW_PROFILE_UNREADABLE]\n  - reason: EISDIR`),
    );
  });
});

describe('openProject with a malformed project file', () => {
  it('throws a tool error at the first question and not before', () => {
    const project = openProject(projectOnDisk({ ...stageFiles, 'AppScope/app.json5': '{' }));
    let raised: unknown;
    try {
      project.resolveScript('entry/ets/workers/worker.ts', undefined);
    } catch (error) {
      raised = error;
    }
    expect(isToolError(raised) && raised.code).toBe('FOW_PROFILE_MALFORMED');
  });

  it('reads the list of scripts only for a module whose scripts are asked for', () => {
    const project = openProject(projectOnDisk({ ...stageFiles, 'watch/build-profile.json5': '{' }));
    expect(project.resolveScript('entry/ets/workers/worker.ts', undefined).kind).toBe('found');
    expect(() => project.resolveScript('watch/ets/workers/worker.ets', undefined)).toThrow('[FOW_PROFILE_MALFORMED]');
  });
});
