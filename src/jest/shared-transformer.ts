import type { ScriptTransformer } from '@jest/transform';
import type { ChildRuntimeHost } from './child-runtime';

/**
 * The test's transformer, as the workers use it. The test's runtime is told of every file at once: it formats all
 * stacks, also those that a script looks at while it is still being evaluated, and collects all coverage.
 */
export interface SharedTransformer {
  readonly transformer: ScriptTransformer;
  /** Whether an error comes from a transform rather than from running code. */
  hasFailedWith(error: object): boolean;
}

export function shareTransformer({ runtime, parts, internals }: ChildRuntimeHost): SharedTransformer {
  const failures = new WeakSet<object>();
  const sourceMaps = runtime.getSourceMaps() as Map<string, string>;
  const transform: ScriptTransformer['transform'] = (...args) => {
    try {
      const [file] = args;
      const result = parts.transformer.transform(...args);
      if (result.sourceMapPath !== null) sourceMaps.set(file, result.sourceMapPath);
      internals.transforms(runtime).set(file, result);
      return result;
    } catch (error) {
      if (typeof error === 'object' && error !== null) failures.add(error);
      throw error;
    }
  };
  return {
    transformer: Object.create(parts.transformer, { transform: { value: transform } }),
    hasFailedWith: (error) => failures.has(error),
  };
}
