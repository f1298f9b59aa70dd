import { dirname } from 'node:path';
import { dependencyFor, resolvePackageImport } from '../project';
import {
  isMissingPlatformModule,
  isNotFound,
  moduleNotProvided,
  type PlatformImporter,
  packageNotInstalled,
} from './missing-module';
import { partOfKit } from './part-of-kit';
import { createStubModule } from './stub-module';

/**
 * Loads a module. One of the platform that nobody provides is an error that says what to mock, or a stub.
 *
 * @throws ToolError `FOW_MODULE_NOT_PROVIDED`, `FOW_PACKAGE_NOT_FOUND`, `FOW_PACKAGE_NOT_INSTALLED`
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
function assertPackage(error: unknown, importer: PlatformImporter): void {
  const { name, from } = importer;
  if (name.startsWith('.') || !isNotFound(error, name)) return;
  const isThere = resolvePackageImport(name, dirname(from)) !== undefined;
  const dependency = isThere ? undefined : dependencyFor(name, dirname(from));
  if (dependency !== undefined) throw packageNotInstalled(importer, dependency);
}
