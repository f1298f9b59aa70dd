import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { carryOut, planInit } from '../../src/init';
import { wantedPackages } from '../../src/init/versions';
import { runIn } from '../cli/support/run-in';
import { projectOnDisk, stageFiles } from '../project/project-on-disk';

const manifest = require('../../package.json') as { peerDependencies: Record<string, string> };

const app = {
  'src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
  'build-profile.json5': { buildOption: { sourceOption: { workers: ['./src/main/ets/workers/Worker.ets'] } } },
  'src/main/ets/workers/Worker.ets': '',
};

function packageJsonAfter(text: string): { text: string; result: Record<string, Record<string, string>> } {
  const root = projectOnDisk({ ...app, 'package.json': text });
  carryOut(planInit(root, '1.2.3'));
  const written = readFileSync(join(root, 'package.json'), 'utf8');
  return { text: written, result: JSON.parse(written.replace('\uFEFF', '')) };
}

describe('fake-ohos-worker init', () => {
  it('says what it would write, and writes nothing, with --dry-run', () => {
    const root = projectOnDisk(app);
    expect(runIn(root, ['init', '--dry-run'])).toEqual({
      exitCode: 0,
      err: '',
      out: `would write package.json
would write jest.config.js
would write tsconfig.json
would write ${join('src/test/Worker.worker.test.ts')}
`,
    });
    expect(existsSync(join(root, 'package.json'))).toBe(false);
  });

  it('says in Chinese and as data what it did', () => {
    const root = projectOnDisk({ ...app, 'tsconfig.json': '{}' });
    expect(runIn(root, ['init', '--lang=zh']).out).toBe(`已写入 package.json
已写入 jest.config.js
未改动 tsconfig.json (已存在)
已写入 ${join('src/test/Worker.worker.test.ts')}
下一步：npm install && npm test
`);
    expect(JSON.parse(runIn(root, ['init', '--json']).out)).toEqual({
      root,
      dryRun: false,
      workers: 1,
      files: [
        { action: 'leave', file: 'package.json', why: 'complete' },
        { action: 'leave', file: 'jest.config.js', why: 'exists' },
        { action: 'leave', file: 'tsconfig.json', why: 'exists' },
        { action: 'leave', file: 'src/test/Worker.worker.test.ts', why: 'exists' },
      ],
    });
  });

  it('says that there is no worker yet', () => {
    const root = projectOnDisk({ 'src/main/module.json5': {} });
    expect(runIn(root, ['init', '--dry-run']).out).toContain(
      'No worker was found: register one in build-profile.json5',
    );
  });

  it('adds to package.json what it lacks, and changes nothing that is there', () => {
    const { text, result } = packageJsonAfter(`{
    "name": "mine",
    "scripts": { "test": "hvigor test" },
    "devDependencies": { "jest": "~29.7.0", "zod": "1" },
    "dependencies": { "typescript": "5.9.2" }
}
`);
    expect(text).toMatch(/^\{\n {4}"name": "mine",/);
    expect(result).toEqual({
      name: 'mine',
      scripts: { test: 'hvigor test' },
      dependencies: { typescript: '5.9.2' },
      devDependencies: {
        '@jest/globals': '~29.7.0',
        '@types/node': '^20.0.0',
        'fake-ohos-worker': '^1.2.3',
        jest: '~29.7.0',
        'ts-jest': '^29.4.0',
        zod: '1',
      },
    });
  });

  it('keeps the byte order mark, the line ends and, if no package is added, the order', () => {
    const packages = { zod: '1', ...wantedPackages('1.2.3') };
    const before = `\uFEFF${JSON.stringify({ devDependencies: packages }, null, 2)}\n`.replaceAll('\n', '\r\n');
    const complete = { devDependencies: packages, scripts: { test: 'jest' } };
    const { text } = packageJsonAfter(before);
    expect(text).toBe(`\uFEFF${JSON.stringify(complete, null, 2)}\n`.replaceAll('\n', '\r\n'));
  });

  it.each(['dependencies', 'optionalDependencies', 'devDependencies'])('sees a Jest in %s', (list) => {
    const { result } = packageJsonAfter(JSON.stringify({ [list]: { jest: '~29.7.0' } }));
    expect(result[list]?.jest).toBe('~29.7.0');
    expect(result.devDependencies).toMatchObject({ '@jest/globals': '~29.7.0' });
    expect(result.devDependencies?.jest).toBe(list === 'devDependencies' ? '~29.7.0' : undefined);
  });

  it('says how to run Jest where `npm test` runs something else', () => {
    const root = projectOnDisk({ ...app, 'package.json': { scripts: { test: 'hvigor test' } } });
    expect(runIn(root, ['init']).out).toContain('Next: npm install && npx jest (npm test runs "hvigor test")\n');
    const other = projectOnDisk({ ...app, 'package.json': { scripts: { test: 'npx jest --ci' } } });
    expect(runIn(other, ['init']).out).toContain('Next: npm install && npm test\n');
  });

  it("takes npm's own placeholder for a missing script", () => {
    const placeholder = 'echo "Error: no test specified" && exit 1';
    expect(packageJsonAfter(JSON.stringify({ scripts: { test: placeholder } })).result.scripts).toEqual({
      test: 'jest',
    });
  });

  it('wants packages within the ranges that this package supports', () => {
    const { jest = '', 'ts-jest': tsJest, typescript } = wantedPackages('1.2.3');
    expect(manifest.peerDependencies.jest?.split(' || ')).toContain(jest);
    expect(tsJest).toBe(manifest.peerDependencies['ts-jest']);
    expect([typescript, manifest.peerDependencies.typescript]).toEqual(['^6.0.0', '>=5.9 <7']);
  });

  it.each([
    ['jest.config.ts', 'export default {};'],
    ['jest.config.mjs', 'export default {};'],
    ['package.json', '{ "jest": {} }'],
  ])('leaves a config of Jest in %s', (file, text) => {
    const root = projectOnDisk({ ...app, [file]: text });
    carryOut(planInit(root, '1.2.3'));
    expect(existsSync(join(root, 'jest.config.js'))).toBe(false);
  });

  it('names the config so that Node takes it for CommonJS', () => {
    const root = projectOnDisk({ ...app, 'package.json': { type: 'module' } });
    expect(planInit(root, '1.2.3').files[1]?.file).toBe(join(root, 'jest.config.cjs'));
  });

  it('says what is wrong with a package.json that is no JSON', () => {
    const root = projectOnDisk({ ...app, 'package.json': '[]' });
    expect(runIn(root, ['init'])).toEqual({
      exitCode: 2,
      out: '',
      err: `error: Cannot read ${join(root, 'package.json')} [FOW_PACKAGE_JSON_MALFORMED]
  - reason: it is no object
  hint: correct that file; npm can't read it either.
`,
    });
    expect(existsSync(join(root, 'jest.config.js'))).toBe(false);
  });

  it('overwrites no file that has come since it looked', () => {
    const root = projectOnDisk(app);
    const plan = planInit(root, '1.2.3');
    writeFileSync(join(root, 'jest.config.js'), 'mine');
    expect(() => carryOut(plan)).toThrow(`Cannot write ${join(root, 'jest.config.js')} [FOW_NOT_WRITTEN]
  - reason: EEXIST`);
    expect(readFileSync(join(root, 'jest.config.js'), 'utf8')).toBe('mine');
  });
});

describe('the test of a worker', () => {
  const testsOf = (files: Readonly<Record<string, string | object>>) => {
    const root = projectOnDisk(files);
    const tests = planInit(root, '1.2.3').files.filter(({ file }) => file.endsWith('.worker.test.ts'));
    return Object.fromEntries(
      tests.map((test) => [
        test.file.slice(root.length + 1).replaceAll('\\', '/'),
        test.kind === 'leave' ? '' : (/new (worker\..*);/.exec(test.text)?.[1] ?? ''),
      ]),
    );
  };

  it('starts each script of each module by a URL that leads there, and stands in its module', () => {
    expect(testsOf(stageFiles)).toEqual({
      'entry/src/test/worker.worker.test.ts': "worker.ThreadWorker('entry/ets/workers/worker.ts')",
      'entry/src/test/my.worker.worker.test.ts': "worker.ThreadWorker('entry/ets/workers/my.worker.ets')",
      'libs/har/src/test/worker.worker.test.ts': "worker.ThreadWorker('@har/ets/workers/worker.ets')",
    });
  });

  it('constructs what the app constructs, or what the port of the script belongs to', () => {
    const workers = ['Old.ets', 'Started.ets'].map((name) => `./src/main/ets/workers/${name}`);
    const files = {
      ...app,
      'build-profile.json5': { buildOption: { sourceOption: { workers } } },
      'src/main/ets/workers/Old.ets': "import w from '@ohos.worker'; w.parentPort.onmessage = () => {};",
      'src/main/ets/workers/Started.ets': '',
      'src/main/ets/A.ets': "import w from '@ohos.worker'; f(new w.RestrictedWorker('/entry/ets/workers/Started'));",
    };
    expect(Object.values(testsOf(files))).toEqual([
      "worker.Worker('entry/ets/workers/Old.ets')",
      "worker.RestrictedWorker('/entry/ets/workers/Started')",
    ]);
  });

  it('has a name of its own where two scripts have the same', () => {
    const files = {
      'entry/src/main/module.json5': { module: { name: 'entry', type: 'entry' } },
      'entry/build-profile.json5': {
        buildOption: { sourceOption: { workers: ['./src/main/ets/a/W.ets', './src/main/ets/b/W.ets'] } },
      },
      'entry/src/main/ets/a/W.ets': '',
      'entry/src/main/ets/b/W.ets': '',
    };
    expect(Object.keys(testsOf(files))).toEqual([
      'entry/src/test/W.worker.test.ts',
      'entry/src/test/b-W.worker.test.ts',
    ]);
  });
});
