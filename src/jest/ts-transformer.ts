import { existsSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import type { RawCompilerOptions, TsJestTransformer, TsJestTransformerOptions, TsJestTransformOptions } from 'ts-jest';
import type * as TypeScript from 'typescript';
import { loadTsJest, type TsJest } from './load-ts-jest';
import { isUntypedImport } from './untyped-import';

/** What Jest calls; made by {@link createTransformer}. */
export type TsTransformer = Pick<TsJestTransformer, 'process' | 'processAsync' | 'getCacheKey' | 'getCacheKeyAsync'>;

/**
 * Jest's transform for TypeScript and for worker scripts in JavaScript: ts-jest that knows our types of `@ohos.worker` in
 * every file and needs no tsconfig.json. Takes ts-jest's options; a `tsconfig` of the user's is the base.
 *
 * ts-jest and TypeScript are loaded with the first file: Jest makes the transformers of every project, used or not.
 * Errors: `FOW_TS_JEST_MISSING`, from the first file, if one of them can't be loaded or is TypeScript 7.
 */
export function createTransformer(options: TsJestTransformerOptions = {}): TsTransformer {
  let loaded: TsJestTransformer | undefined;
  const transformer = ({ config }: TsJestTransformOptions): TsJestTransformer => {
    loaded ??= wrapTsJest(loadTsJest(config.rootDir), options);
    return loaded;
  };
  return {
    process: (text, path, context) => transformer(context).process(text, path, context),
    processAsync: async (text, path, context) => transformer(context).processAsync(text, path, context),
    getCacheKey: (text, path, context) => transformer(context).getCacheKey(text, path, context),
    getCacheKeyAsync: async (text, path, context) => transformer(context).getCacheKeyAsync(text, path, context),
  };
}

/** Jest takes the default export of a module that was compiled from ESM. */
export default { createTransformer };

/** Our compiler options, and diagnostics without those that are wrong for worker scripts. */
function extendConfigSet({ ConfigSet }: TsJest) {
  return class extends ConfigSet {
    /** Whether the file that is being compiled may await at its top level. */
    isWorkerScript = false;

    protected override _resolveTsConfig(inline?: RawCompilerOptions, path?: string): TypeScript.ParsedCommandLine {
      const user = super._resolveTsConfig(inline, path) as TypeScript.ParsedCommandLine;
      const hasTsconfig = user.options.configFilePath !== undefined;
      return {
        ...user,
        options: {
          ...defaultOptions(this.compilerModule, hasTsconfig),
          ...user.options,
          ...neededOptions(this.rootDir),
        },
        fileNames: hasTsconfig ? user.fileNames : user.fileNames.filter((name) => name.endsWith('.d.ts')),
      };
    }

    override raiseDiagnostics(
      ...[diagnostics, ...rest]: Parameters<InstanceType<TsJest['ConfigSet']>['raiseDiagnostics']>
    ): void {
      const withAwait = this.isWorkerScript;
      super.raiseDiagnostics(
        diagnostics.filter((each) => !isUntypedImport(each) && !(withAwait && awaitCodes.includes(each.code))),
        ...rest,
      );
    }
  };
}

/** Uses the extension points that ts-jest has for subclasses. What we add shows in its cache keys. */
function wrapTsJest(tsJest: TsJest, options: TsJestTransformerOptions): TsJestTransformer {
  const OhosConfigSet = extendConfigSet(tsJest);
  class OhosTransformer extends tsJest.TsJestTransformer {
    protected override _createConfigSet(config: TsJestTransformOptions['config'] | undefined) {
      return new OhosConfigSet(config);
    }

    protected override _createCompiler(...[configSet, cacheFS]: Parameters<TsJestTransformer['_createCompiler']>) {
      const { parsedTsConfig } = configSet;
      const { fileNames } = parsedTsConfig;
      // ts-jest makes a program of these at once, although cache keys need none.
      parsedTsConfig.fileNames = [];
      super._createCompiler(configSet, cacheFS);
      parsedTsConfig.fileNames = fileNames;
      const sources = fileNames.filter((name: string) => /\.[cm]?tsx?$/.test(name) && !configSet.isTestFile(name));
      const compiler = compilerOf(this);
      addRootFiles(compiler, sources);
      showProgram(compiler);
    }

    override process(...file: Parameters<TsJestTransformer['process']>): ReturnType<TsJestTransformer['process']> {
      try {
        const [, , options] = file;
        const configSet = configSetOf(this, options);
        configSet.isWorkerScript = options.supportsTopLevelAwait;
        addRootFiles(compilerOf(this), declarationFiles(configSet.parsedTsConfig));
        return super.process(...file);
      } catch (error) {
        // ts-jest empties the stack, which is all that Jest 29 prints of a script that is first required inside a test.
        if (error instanceof Error && error.stack === '') error.stack = new Error(error.message).stack ?? '';
        throw error;
      }
    }

    override getCacheKey(...file: Parameters<TsJestTransformer['getCacheKey']>): string {
      const [, , { supportsTopLevelAwait }] = file;
      return `${super.getCacheKey(...file)}${supportsTopLevelAwait ? 'script' : ''}`;
    }
  }
  return new OhosTransformer(options);
}

interface TsJestConfigSet {
  isWorkerScript: boolean;
  readonly parsedTsConfig: TypeScript.ParsedCommandLine;
}

interface TsJestCompiler {
  /** The root files of the program, with their versions; missing where files are compiled one by one. */
  readonly _fileVersionCache?: Map<string, number>;
  /** Missing where files are compiled one by one. */
  readonly _languageService?: TypeScript.LanguageService;
  _projectVersion: number;
}

/** ts-jest keeps config sets and compilers for all of its transformers of one Jest config. */
function configSetOf(transformer: TsJestTransformer, options: TsJestTransformOptions): TsJestConfigSet {
  const internals = transformer as unknown as { _configsFor(options: TsJestTransformOptions): TsJestConfigSet };
  return internals._configsFor(options);
}

/** That of the last config set. What it has is told in private only. */
function compilerOf(transformer: TsJestTransformer): TsJestCompiler {
  const internals = transformer as unknown as { readonly _compiler: { readonly _compilerInstance: TsJestCompiler } };
  return internals._compiler._compilerInstance;
}

/** The user's `astTransformers` can ask the compiler for its program, which is made when somebody does. */
function showProgram(compiler: TsJestCompiler): void {
  const { _languageService: service } = compiler;
  if (service !== undefined) Object.defineProperty(compiler, 'program', { get: () => service.getProgram() });
}

function addRootFiles(compiler: TsJestCompiler, files: readonly string[]): void {
  for (const file of files) {
    if (compiler._fileVersionCache?.has(file) !== false) continue;
    compiler._fileVersionCache.set(file, 0);
    compiler._projectVersion++;
  }
}

/** What TypeScript says of a top-level `await`, `for await` and `await using` in CommonJS, or without an import. */
const awaitCodes = [1309, 1375, 1378, 1431, 1432, 2853, 2854];

/** TypeScript 6 no longer looks into `@types` by itself; without a tsconfig.json nobody can tell it to. */
function defaultOptions(ts: typeof TypeScript, hasTsconfig: boolean): TypeScript.CompilerOptions {
  // ts-jest's own default has no native `async` functions, which take other promise jobs than their imitation.
  const options = { target: ts.ScriptTarget.ES2022 };
  return hasTsconfig || Number.parseInt(ts.version, 10) < 6 ? options : { ...options, types: ['*'] };
}

/**
 * With `allowJs` ts-jest sets an `outDir`; TypeScript then refuses .js files that are not below an explicit `rootDir`.
 * Code in ArkTS, compiled file by file, reads `const enum`s when it runs.
 */
function neededOptions(rootDir: string): TypeScript.CompilerOptions {
  return { allowJs: true, esModuleInterop: true, preserveConstEnums: true, rootDir: slashed(parse(rootDir).root) };
}

/**
 * Root files of every program, rather than reached by imports: Jest's cache may keep the test file from ts-jest. They are
 * added with the first file that is compiled: a program of nothing costs nothing when all that is needed is cached.
 */
function declarationFiles({ options }: TypeScript.ParsedCommandLine): string[] {
  const hasTsconfig = options.configFilePath !== undefined;
  const built = resolve(__dirname, '../ohos-types');
  const folder = existsSync(built) ? built : resolve(__dirname, '../../ohos-types');
  return (hasTsconfig ? ['index.d.ts'] : ['index.d.ts', 'timers.d.ts']).map((file) => slashed(join(folder, file)));
}

/** As TypeScript spells paths. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
