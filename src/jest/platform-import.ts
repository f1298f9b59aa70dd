import type { PlatformImport } from '../ohos/guest';
import { platformImportKey } from './bridge-keys';

/**
 * What an import of a module of the platform gives in the realm that asks. In a worker's realm it is there already: the
 * engine, which belongs to the test's realm, must not be loaded once more for each worker.
 */
export function platformImport(name: PlatformImport): object {
  const inWorker = (globalThis as { [platformImportKey]?: (name: PlatformImport) => object })[platformImportKey];
  if (inWorker !== undefined) return inWorker(name);
  const { importInTest } = require('./engine') as typeof import('./engine');
  return importInTest(name);
}
