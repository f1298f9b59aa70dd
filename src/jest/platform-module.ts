import { platformModuleKey } from './bridge-keys';

/**
 * The native exports object of the realm that asks. In a worker's realm it is there already: the engine, which
 * belongs to the test's realm, must not be loaded once more for each worker.
 */
export function platformModule(): Record<string, unknown> {
  const inWorker = (globalThis as { [platformModuleKey]?: () => Record<string, unknown> })[platformModuleKey];
  if (inWorker !== undefined) return inWorker();
  const { moduleOfTest } = require('./engine') as typeof import('./engine');
  return moduleOfTest() as Record<string, unknown>;
}
