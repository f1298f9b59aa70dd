import { dirname } from 'node:path';
import { resolvePackageImport } from '../project';
import { isMissingPlatformModule, isNotFound, moduleNotProvided, type PlatformImporter } from './missing-module';
import { partOfKit } from './part-of-kit';
import { createStubModule } from './stub-module';

/**
 * Loads a module. One of the platform that nobody provides is an error that says what to mock, or a stub.
 *
 * @throws ToolError `FOW_MODULE_NOT_PROVIDED`, `FOW_PACKAGE_NOT_FOUND`
 */
export function loadModule<T>(load: () => T, importer: PlatformImporter, hasStubs: boolean): T {
  try {
    const loaded = load();
    return isPartOfKit(loaded) ? (createStubModule(importer, loaded) as T) : loaded;
  } catch (error) {
    if (!isMissingPlatformModule(error, importer.name)) {
      assertPackage(error, importer);
      throw error;
    }
    if (hasStubs) return createStubModule(importer) as T;
    throw moduleNotProvided(importer);
  }
}

/** Whether the option `stubs` is on in the config of a project. */
export function hasStubs({ globals }: { readonly globals: object }): boolean {
  const options: unknown = Reflect.get(globals, 'fakeOhosWorker');
  return typeof options === 'object' && options !== null && Reflect.get(options, 'stubs') === true;
}

function isPartOfKit(loaded: unknown): loaded is object {
  return typeof loaded === 'object' && loaded !== null && Object.hasOwn(loaded, partOfKit);
}

/** Says what is wrong with a package that the project declares: Jest leaves out what a resolver throws. */
function assertPackage(error: unknown, { name, from }: PlatformImporter): void {
  if (isNotFound(error, name) && !name.startsWith('.')) resolvePackageImport(name, dirname(from));
}
