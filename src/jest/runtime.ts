import { dirname } from 'node:path';
import type JestRuntime from 'jest-runtime';
import { createRuntimeClass } from './create-runtime-class';

/**
 * The module that Jest's `runtime` option names. Jest's own runtime is looked up from the module that loads this one,
 * so that it is the one of the running Jest, wherever the package manager has put it.
 */
function loadJestRuntime(): typeof JestRuntime {
  const from = module.parent?.filename ?? __filename;
  const path = require.resolve('jest-runtime', { paths: [dirname(from), __dirname] });
  const loaded = require(path) as { default?: typeof JestRuntime };
  return loaded.default ?? (loaded as unknown as typeof JestRuntime);
}

export default createRuntimeClass(loadJestRuntime());
