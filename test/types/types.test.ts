import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts6 from 'typescript';
import ts5 from 'typescript-5.9';

type TypeScript = typeof ts6;

const declarations = join(__dirname, '../../ohos-types/index.d.ts');
const sourcesIn = (folder: string) => readdirSync(join(__dirname, folder)).map((file) => join(__dirname, folder, file));

const compilers: readonly TypeScript[] = [ts5 as unknown as TypeScript, ts6];
const libs = { 'no lib.dom': ['ES2021'], 'lib.dom': ['ES2021', 'DOM'] };
const modules = {
  commonjs: { module: 'commonjs' },
  node16: { module: 'node16' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};

/** What ts-jest takes where nobody says otherwise, and what TypeScript 7 will not have. */
const node10 = (ts: TypeScript) => ({
  module: 'commonjs',
  moduleResolution: 'node10',
  ignoreDeprecations: `${Number.parseInt(ts.version, 10)}.0`,
});

/**
 * What `tsc --noEmit` would print for these files, with our declarations as a root file.
 *
 * @param scope `all`: also for the files that they import.
 */
function errorsOf(
  ts: TypeScript,
  files: readonly string[],
  compilerOptions: object,
  scope: 'all' | 'alone' = 'all',
): string[] {
  const common = {
    target: 'ES2021',
    skipDefaultLibCheck: true,
    strict: true,
    esModuleInterop: true,
    types: [],
    noEmit: true,
  };
  const config = { files: [declarations, ...files], compilerOptions: { ...common, ...compilerOptions } };
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(config, ts.sys, __dirname);
  const program = ts.createProgram(fileNames, options, hostWithLibraries(ts, options));
  const checked = scope === 'all' ? [undefined] : files.map((file) => program.getSourceFile(file));
  const diagnostics = [...errors, ...checked.flatMap((source) => ts.getPreEmitDiagnostics(program, source))];
  const host = { getCurrentDirectory: () => __dirname, getCanonicalFileName: String, getNewLine: () => '\n' };
  return diagnostics.map((diagnostic) => ts.formatDiagnostic(diagnostic, host));
}

const libraries = new Map<TypeScript, Map<string, ts6.SourceFile>>(compilers.map((ts) => [ts, new Map()]));

/** Parses the libraries, which are most of every program, once for each compiler. */
function hostWithLibraries(ts: TypeScript, options: ts6.CompilerOptions): ts6.CompilerHost {
  const host = ts.createCompilerHost(options);
  const known = libraries.get(ts);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...how) => {
    const file = known?.get(name) ?? read(name, ...how);
    if (file !== undefined && /\/(lib\.[^/]*|@types\/.*)\.d\.ts$/.test(name)) known?.set(name, file);
    return file;
  };
  return host;
}

const installed = mkdtempSync(join(realpathSync(tmpdir()), 'fow-types-'));

/** A project beside ours that has this package in its `node_modules`, and nothing else. */
beforeAll(() => {
  mkdirSync(join(installed, 'node_modules'));
  symlinkSync(resolve(__dirname, '../..'), join(installed, 'node_modules/fake-ohos-worker'));
  for (const file of sourcesIn('installed')) copyFileSync(file, join(installed, basename(file)));
});
afterAll(() => rmSync(installed, { recursive: true }));

describe.each(compilers.map((ts) => ({ ts, version: ts.version })))(
  'ohos-types under TypeScript $version',
  ({ ts }) => {
    const settings = Object.entries(libs).flatMap(([dom, lib]) =>
      Object.entries(modules).map(([name, module]) => ({ name: `${name}, ${dom}`, options: { ...module, lib } })),
    );

    it.each(settings)('accepts what the platform accepts and refuses misuse ($name)', ({ options }) => {
      expect(errorsOf(ts, [...sourcesIn('accepted'), ...sourcesIn('refused')], options)).toEqual([]);
    });

    it('accepts the same sources with the strictest flags', () => {
      const strictest = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true };
      const options = { ...modules.commonjs, lib: libs['no lib.dom'], isolatedModules: true, ...strictest };
      expect(errorsOf(ts, sourcesIn('accepted'), options)).toEqual([]);
    });

    it.each([true, false])('has the decorator of Sendables (experimentalDecorators: %s)', (experimentalDecorators) => {
      const options = { ...modules.commonjs, lib: libs['no lib.dom'], experimentalDecorators };
      expect(errorsOf(ts, sourcesIn('decorated'), options)).toEqual([]);
    });

    it.each(Object.entries(libs))('makes timer ids numbers although the types of Node are there (%s)', (_, lib) => {
      const timers = join(__dirname, '../../ohos-types/timers.d.ts');
      const options = { ...modules.commonjs, lib, types: ['node'], typeRoots: ['../../node_modules/@types'] };
      expect(errorsOf(ts, [timers, ...sourcesIn('with-node')], options)).toEqual([]);
    });

    it('has the matchers, for the expect of @jest/globals and the global one', () => {
      const options = { ...modules.commonjs, lib: libs['no lib.dom'], skipLibCheck: true, types: ['node'] };
      const typeRoots = ['../../node_modules/@types'];
      expect(errorsOf(ts, sourcesIn('matchers'), { ...options, typeRoots }, 'alone')).toEqual([]);
    });

    it.each(Object.entries({ ...modules, node10: node10(ts) }))('has the entry for device tests (%s)', (_, module) => {
      const files = sourcesIn('installed').map((file) => join(installed, basename(file)));
      expect(errorsOf(ts, files, { ...module, lib: libs['no lib.dom'] })).toEqual([]);
    });

    it('gives way to declarations of the kits that the project has itself', () => {
      const paths = { '@kit.ArkTS': ['./own-declarations/kit-arkts.ts'] };
      expect(errorsOf(ts, sourcesIn('own-declarations'), { ...modules.bundler, paths })).toEqual([]);
    });
  },
);
