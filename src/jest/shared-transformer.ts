import type { ScriptTransformer, TransformResult } from '@jest/transform';
import type { ChildRuntimeHost } from './child-runtime';
import { processWatchdog } from './create-watchdog';
import { isSharedModule, sharedModuleCode } from './shared-module';
import { hasTopLevelAwait, inAsyncFunction } from './top-level-await';

/**
 * The test's transformer, as the workers use it. The test's runtime is told of every file at once: it formats all
 * stacks, also those that a script looks at while it is still being evaluated, and collects all coverage.
 */
export interface SharedTransformer {
  readonly transformer: ScriptTransformer;
  /** Whether an error comes from a transform rather than from running code. */
  hasFailedWith(error: object): boolean;
  /** Whether a script was loaded that awaits at its top level. */
  isAsync(file: string): boolean;
}

export function shareTransformer({ runtime, parts, internals }: ChildRuntimeHost): SharedTransformer {
  const failures = new WeakSet<object>();
  const asyncScripts = new Set<string>();
  const codes = { script: new WeakMap<TransformResult, string>(), module: new WeakMap<TransformResult, string>() };
  const sourceMaps = runtime.getSourceMaps() as Map<string, string>;
  const codeOf = (result: TransformResult, file: string, source: string, kind: keyof typeof codes): string => {
    if (isSharedModule(source)) return sharedModuleCode;
    if (kind === 'module' || !hasTopLevelAwait(result.code)) return result.code;
    asyncScripts.add(file);
    return inAsyncFunction(result.code);
  };
  const transform: ScriptTransformer['transform'] = (file, options, source) => {
    try {
      // A compiler takes its time.
      const result = processWatchdog().pause(() => parts.transformer.transform(file, options, source));
      if (result.sourceMapPath !== null) sourceMaps.set(file, result.sourceMapPath);
      internals.transforms(runtime).set(file, result);
      const kind = isWorkerScript(options) ? 'script' : 'module';
      const code = codes[kind].get(result) ?? codeOf(result, file, source ?? '', kind);
      codes[kind].set(result, code);
      return code === result.code ? result : { ...result, code };
    } catch (error) {
      if (typeof error === 'object' && error !== null) failures.add(error);
      throw error;
    }
  };
  return {
    transformer: Object.create(parts.transformer, { transform: { value: transform } }),
    hasFailedWith: (error) => failures.has(error),
    isAsync: (file) => asyncScripts.has(file),
  };
}

type Options = Parameters<ScriptTransformer['transform']>[1];

/** How Jest asks for a worker's script, which may await at its top level as no other CommonJS module may. */
export const scriptOptions = {
  isInternalModule: false,
  supportsDynamicImport: false,
  supportsExportNamespaceFrom: false,
  supportsStaticESM: false,
  supportsTopLevelAwait: true,
} satisfies Partial<Options>;

function isWorkerScript({ supportsStaticESM, supportsTopLevelAwait }: Options): boolean {
  return supportsTopLevelAwait === true && supportsStaticESM !== true;
}
