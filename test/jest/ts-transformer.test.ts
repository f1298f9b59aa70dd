import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { TsJestTransformerOptions, TsJestTransformOptions } from 'ts-jest';
import ts from 'typescript';
import { createTransformer } from '../../src/jest/ts-transformer';

const script = `import worker, { MessageEvents, ThreadWorkerGlobalScope } from '@ohos.worker';
const workerPort: ThreadWorkerGlobalScope = worker.workerPort;
workerPort.onmessage = async (e: MessageEvents): Promise<void> => workerPort.postMessage(await e.data);
`;
const untypedScript = `import worker from '@ohos.worker';
worker.workerPort.onmessage = (e) => worker.workerPort.postMessage(e.data);
`;
const wrongScript = "import worker from '@ohos.worker';\nnew worker.ThreadWorker(1);\n";

const projects: string[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) rmSync(project, { recursive: true });
});

/** A project on the disk whose files can be compiled, in the order in which the test asks for them. */
function aProject(files: Record<string, string>, options?: TsJestTransformerOptions) {
  const rootDir = mkdtempSync(join(tmpdir(), 'fow-ts-transformer-'));
  projects.push(rootDir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(rootDir, path)), { recursive: true });
    writeFileSync(join(rootDir, path), text);
  }
  const transformer = createTransformer(options);
  const config = { rootDir, cwd: rootDir, testMatch: ['**/*.test.ts'], testRegex: [] };
  const context = { config, cacheFS: new Map(), transformerConfig: options } as unknown as TsJestTransformOptions;
  return {
    rootDir,
    compile: (path: string, how = {}) =>
      transformer.process(files[path] ?? '', join(rootDir, path), { ...context, ...how }).code,
    cacheKey: (path: string, how = {}) =>
      transformer.getCacheKey(files[path] ?? '', join(rootDir, path), { ...context, ...how }),
  };
}

const tsconfig = (compilerOptions: object) => ({
  'tsconfig.json': JSON.stringify({ compilerOptions, include: ['no'] }),
});

const includingTypes = {
  'tsconfig.json': JSON.stringify({ compilerOptions: { target: 'es2022', types: [] }, include: ['types'] }),
};

describe('the transformer, without a tsconfig.json', () => {
  it('knows @ohos.worker in a script that is compiled before any test', () => {
    expect(aProject({ 'worker.ts': script }).compile('worker.ts')).toContain('require("@ohos.worker")');
  });

  it('keeps async functions native and puts the source map inline', () => {
    const code = aProject({ 'worker.ts': script }).compile('worker.ts');
    expect(code).toContain('async (e) =>');
    expect(code).toContain('//# sourceMappingURL=data:application/json;');
  });

  it('compiles scripts in JavaScript, with the interop that a CommonJS @ohos.worker needs', () => {
    expect(aProject({ 'worker.js': untypedScript }).compile('worker.js')).toContain(
      '__importDefault(require("@ohos.worker"))',
    );
  });

  it('leaves the hoisting of jest.mock to ts-jest', () => {
    const test =
      "import { jest } from '@jest/globals';\nimport { a } from './a';\njest.mock('./a');\nexport const b = a;\n";
    const code = aProject({ 'a.ts': 'export const a = 1;', 'a.test.ts': test }, { diagnostics: false }).compile(
      'a.test.ts',
    );
    expect(code.indexOf('.mock(')).toBeLessThan(code.indexOf('require("./a")'));
  });

  it.each([
    "import worker from '@ohos.worker';\nawait worker;\n",
    "import worker from '@ohos.worker';\nfor await (const each of [worker]) void each;\n",
    'await undefined;\nfor await (const each of []) void each;\n',
  ])('lets a worker script await at its top level, and no other module: %j [L-14]', (text) => {
    const project = aProject({ 'worker.ts': text });
    const asScript = { supportsTopLevelAwait: true };
    expect(() => project.compile('worker.ts')).toThrow(/TS1(375|378|432)/);
    expect(project.compile('worker.ts', asScript)).toContain('await ');
    expect(() => project.compile('worker.ts')).toThrow(/TS1(375|378|432)/);
    expect(project.cacheKey('worker.ts', asScript)).not.toBe(project.cacheKey('worker.ts'));
  });

  it('reports a type error in a script, with a stack for Jest 29 to print', () => {
    const project = aProject({ 'worker.ts': wrongScript }, { diagnostics: { pretty: false } });
    const error = expect.objectContaining({
      message: expect.stringMatching(/^worker\.ts\(2,25\): error TS2345: /),
      stack: expect.stringContaining('error TS2345: '),
    });
    expect(() => project.compile('worker.ts')).toThrow(error as never);
  });
});

describe('the transformer, with the options of the user', () => {
  it('takes the tsconfig.json as the base', () => {
    const strict = aProject({ 'worker.ts': 'const unused = 1;\nexport {};\n', ...tsconfig({ noUnusedLocals: true }) });
    expect(() => strict.compile('worker.ts')).toThrow(/TS6133/);
    const old = aProject({ 'worker.ts': script, ...tsconfig({ target: 'es2016', lib: ['es2021'] }) });
    expect(old.compile('worker.ts')).toContain('__awaiter');
  });

  it('reads the files of the tsconfig.json when one is compiled, and for no cache key', () => {
    const readFile = jest.spyOn(ts.sys, 'readFile');
    const { rootDir, cacheKey, compile } = aProject({
      'a.ts': 'export const a: FromGlobal = 1;\n',
      'wrong.ts': 'export const a: FromGlobal = true;\n',
      'types/global.d.ts': 'type FromGlobal = number;\n',
      ...includingTypes,
    });
    const isRead = () => readFile.mock.calls.some(([name]) => name === join(rootDir, 'types/global.d.ts'));
    cacheKey('a.ts');
    expect(isRead()).toBe(false);
    expect(compile('a.ts')).toContain('a = 1');
    expect(isRead()).toBe(true);
    expect(() => compile('wrong.ts')).toThrow(/TS2322/);
    readFile.mockRestore();
  });

  it('shows the program to the transformers of the user', () => {
    const transformer = [
      "exports.name = 'counts'; exports.version = 1;",
      'exports.factory = ({ program }) => () => (file) => {',
      "  globalThis.sourceFiles = program.getSourceFiles().map(({ fileName }) => fileName.split('/').pop());",
      '  return file;',
      '};',
    ].join('\n');
    const project = aProject(
      { 'a.ts': 'export const a = 1;\n', 'types/global.d.ts': '', 'counts.js': transformer, ...includingTypes },
      { astTransformers: { before: ['<rootDir>/counts.js'] } },
    );
    project.compile('a.ts');
    expect(Reflect.get(globalThis, 'sourceFiles')).toEqual(expect.arrayContaining(['a.ts', 'global.d.ts']));
  });

  it('knows @ohos.worker and compiles .js whatever the tsconfig.json says', () => {
    const options = { types: [], allowJs: false, esModuleInterop: false, rootDir: 'src', outDir: 'out' };
    const project = aProject({ 'worker.ts': script, 'plain.js': untypedScript, ...tsconfig(options) });
    expect(project.compile('worker.ts')).toContain('__importDefault(require("@ohos.worker"))');
    expect(project.compile('plain.js')).toContain('__importDefault(require("@ohos.worker"))');
  });

  it('compiles file by file with isolatedModules', () => {
    const project = aProject({ 'worker.ts': script, ...tsconfig({ target: 'es2022', isolatedModules: true }) });
    expect(project.compile('worker.ts')).toContain('async (e) =>');
  });

  it('takes a tsconfig as a path, or as an object, and passes other options to ts-jest', () => {
    const files = { 'worker.ts': script, 'test/tsconfig.json': '{ "compilerOptions": { "target": "es2016" } }' };
    expect(aProject(files, { tsconfig: '<rootDir>/test/tsconfig.json' }).compile('worker.ts')).toContain('__awaiter');
    expect(aProject(files, { tsconfig: { target: 'es2016' } }).compile('worker.ts')).toContain('__awaiter');
    expect(aProject({ 'worker.ts': wrongScript }, { diagnostics: false }).compile('worker.ts')).toContain('(1)');
  });

  it('knows no types of code in ArkTS and in packages of ohpm, and lets it be any', () => {
    const imports = ['../main/ets/plain', '../main/ets/plain.ets', '../main/ets/folder', 'har', '@team/har/src/a'];
    const named = imports.map(
      (from, at) => `import { a as a${at} } from '${from}';\nexport { b as b${at} } from '${from}';`,
    );
    const used = imports.map((_, at) => `a${at}(1).b;`);
    const project = aProject({
      'src/test/a.test.ts': [...named, "import '../main/ets/plain';", ...used].join('\n'),
      'src/test/wrong.test.ts': "import { a } from './gone';\nimport { b } from 'gone';\na(b);\n",
      'src/main/ets/plain.ets': '',
      'src/main/ets/folder/index.ets': '',
      'har/Index.ets': '',
      'har/src/a.ets': '',
      'oh-package.json5': "{ dependencies: { har: 'file:./har', '@team/har': 'file:./har' } }",
      ...tsconfig({ target: 'es2022', strict: true, noImplicitAny: true }),
    });
    expect(project.compile('src/test/a.test.ts')).toContain('require("@team/har/src/a")');
    expect(() => project.compile('src/test/wrong.test.ts')).toThrow(/TS2307.*TS2307/s);
  });

  it('keeps const enums for code in ArkTS, which reads them when it runs', () => {
    const files = { 'k.ts': 'export const enum K { A = 1 }\n', 'index.ts': "export { K } from './k';\n" };
    const project = aProject({ ...files, ...tsconfig({ target: 'es2022', preserveConstEnums: false }) });
    expect(project.compile('k.ts')).toContain('K[K["A"] = 1] = "A"');
    expect(project.compile('index.ts')).toContain('"K"');
  });

  it('has them in the cache key', () => {
    const project = aProject({ 'worker.ts': script, 'other.ts': script });
    expect(project.cacheKey('worker.ts')).toBe(project.cacheKey('worker.ts'));
    expect(project.cacheKey('worker.ts')).not.toBe(project.cacheKey('other.ts'));
  });
});

describe('the transformer, in a project where ts-jest cannot work', () => {
  const tsJest = { 'node_modules/ts-jest/index.js': '', 'worker.ts': script };

  const missing = (...facts: readonly string[]) =>
    new Error(
      [
        'Cannot compile TypeScript for Jest [FOW_TS_JEST_MISSING]',
        ...facts.map((fact) => `  - ${fact}`),
        'Hint: npm i -D ts-jest typescript@6',
      ].join('\n'),
    );

  it('says at the first file that TypeScript is missing', () => {
    const project = aProject(tsJest);
    // As this Jest words it; Node adds the files that asked, on further lines.
    const from = relative(process.cwd(), join(realpathSync(project.rootDir), 'node_modules/ts-jest/index.js'));
    expect(() => project.compile('worker.ts')).toThrow(
      missing(`typescript can't be loaded: Error: Cannot find module 'typescript' from '${from}'`),
    );
  });

  it('says that TypeScript 7 has no compiler API', () => {
    const typescript = 'node_modules/typescript/index.js';
    const project = aProject({ ...tsJest, [typescript]: "exports.version = '7.0.2';" });
    expect(() => project.cacheKey('worker.ts')).toThrow(
      missing(
        `typescript 7.0.2 was found: ${realpathSync(join(project.rootDir, typescript))}`,
        'TypeScript 7 has no compiler API that ts-jest can use',
      ),
    );
  });
});
