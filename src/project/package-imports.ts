import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ToolError } from '../base';
import { dependencyFolder } from './dependency-folder';
import { slashed } from './folder-path';
import { type ProfileNode, readProfile } from './profile-node';
import { sourceExtensions } from './script-url';

/** A package of ohpm, as an import finds it. */
export interface ImportedPackage {
  /** Absolute and real. */
  readonly folder: string;
  /** Absolute: what the whole import means, perhaps without its extension. */
  readonly file: string;
}

/**
 * Finds what an import by a package's name means: a dependency of the `oh-package.json5` nearest to the importing file
 * (`file:../har`), or of one above it; else a folder of `oh_modules`. `undefined` for names that ohpm does not know.
 *
 * @param name what stands in the import: `har`, `@scope/har`, or a path into the package.
 * @param from absolute path of the importing file's folder.
 * @throws ToolError `FOW_PACKAGE_NOT_FOUND` for a dependency whose folder is not there.
 */
export function resolvePackageImport(name: string, from: string): ImportedPackage | undefined {
  const [packageName, path] = splitName(name);
  if (packageName === undefined) return undefined;
  const folder = packageFolder(packageName, from);
  if (folder === undefined) return undefined;
  return { folder, file: path === '' ? mainFile(folder) : join(folder, path) };
}

/** The package's name, with its scope, and the rest. Names of the platform's modules are none. */
function splitName(name: string): [packageName: string | undefined, path: string] {
  const [, packageName, path = ''] = /^((?:@[\w-]+\/)?[\w-]+(?:\.[\w-]+)*)(?:\/(.+))?$/.exec(name) ?? [];
  return [packageName?.endsWith('.so') ? undefined : packageName, path];
}

function packageFolder(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = declaredFolder(name, folder) ?? installedFolder(name, folder);
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}

/** An entry of `oh-package.json5` that ohpm has to install: a version, or an archive. */
export interface Dependency {
  readonly packageName: string;
  readonly declared: string;
  /** Absolute path of the `oh-package.json5`. */
  readonly file: string;
}

/** The nearest entry for the package that an import names; `undefined` if there is none. */
export function dependencyFor(name: string, from: string): Dependency | undefined {
  const [packageName] = splitName(name);
  if (packageName === undefined) return undefined;
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'oh-package.json5');
    const declared = declaredIn(file, packageName);
    if (declared !== undefined) return { packageName, declared, file };
    if (dirname(folder) === folder) return undefined;
  }
}

const lists = ['dependencies', 'devDependencies', 'dynamicDependencies'];

function declaredFolder(name: string, folder: string): string | undefined {
  const file = join(folder, 'oh-package.json5');
  const declared = declaredIn(file, name);
  const target = declared === undefined ? undefined : dependencyFolder(declared, folder);
  if (target === undefined) return undefined;
  if (existsSync(target)) return realpathSync(target);
  throw new ToolError({
    code: 'FOW_PACKAGE_NOT_FOUND',
    summary: `Cannot find the package ${JSON.stringify(name)}`,
    facts: [`declared in: ${file}, as ${JSON.stringify(declared)}`, `there is nothing at: ${target}`],
    hint: 'correct the path.',
  });
}

function declaredIn(file: string, name: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const profile = readProfile(file);
  return lists.flatMap((list) => profile.get(list, name).asString() ?? [])[0];
}

function installedFolder(name: string, folder: string): string | undefined {
  const installed = join(folder, 'oh_modules', name);
  return existsSync(installed) ? realpathSync(installed) : undefined;
}

/** `main`, or the name that DevEco gives to the file. */
function mainFile(folder: string): string {
  const main = mainOf(readProfile(join(folder, 'oh-package.json5')));
  const names = main === undefined ? ['Index', 'index'] : [main];
  const files = names.flatMap((name) => [name, ...sourceExtensions.map((extension) => name + extension)]);
  const found = files.map((file) => resolve(folder, file)).find((file) => existsSync(file));
  return found ?? resolve(folder, main ?? 'Index.ets');
}

function mainOf(profile: ProfileNode): string | undefined {
  const main = profile.get('main').asString();
  return main === undefined || main === '' ? undefined : slashed(main);
}
