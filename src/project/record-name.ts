import nodePath, { type PlatformPath } from 'node:path';
import type { Application } from './application';
import { isInside, slashedPath } from './folder-path';
import type { ProjectModule } from './project-module';

/** A compiled source file: the module it was compiled into and its path below the source set, `ets/workers/w`. */
export interface RecordPlace {
  readonly module: ProjectModule;
  readonly path: string;
}

/**
 * The name that the platform gives to a compiled file: `<bundle>/<module>/<path>`, in a HAR packed into `host`
 * `<bundle>/<host>@<har>/<path>`, normalized `&<package>/src/main/<path>&<version>`.
 */
export function recordName(application: Application, host: string, { module, path }: RecordPlace): string {
  const name = `${recordPrefix(application, host, module)}/${path}`;
  return application.normalizedRecords ? `${name}&${module.type === 'har' ? module.package.version : ''}` : name;
}

/** The file that a record without a version names; `undefined` when no module of the application has such records. */
export function placeOfRecord(application: Application, host: string, record: string): RecordPlace | undefined {
  for (const module of application.modules) {
    const prefix = `${recordPrefix(application, host, module)}/`;
    if (record.startsWith(prefix)) return { module, path: record.slice(prefix.length) };
  }
  return undefined;
}

/** What the records of a module begin with, without the final slash. */
export function recordPrefix({ bundle, normalizedRecords }: Application, host: string, module: ProjectModule): string {
  if (normalizedRecords) return `&${module.package.name}/src/${module.sourceSet}`;
  const packed = module.type === 'har' && module.name !== host ? `${host}@${module.name}` : module.name;
  return bundle === undefined ? packed : `${bundle}/${packed}`;
}

/** What a path that begins with one of a module's names means: `entry/ets/w` is `ets/w` of `entry`. */
export function placeBelow(module: ProjectModule, names: readonly string[], path: string): RecordPlace | undefined {
  const name = names.find((candidate) => path.startsWith(`${candidate}/`));
  return name === undefined ? undefined : { module, path: path.slice(name.length + 1) };
}

/** The place of a file on disk; `undefined` for one that lies in no module's `ets` folder and so isn't compiled. */
export function placeOfFile(
  { modules }: Pick<Application, 'modules'>,
  file: string,
  path: PlatformPath = nodePath,
): RecordPlace | undefined {
  const module = modules.find(({ sourceFolder }) => isInside(path.join(sourceFolder, 'ets'), file, path));
  return module === undefined ? undefined : { module, path: slashedPath(module.sourceFolder, file, path) };
}
