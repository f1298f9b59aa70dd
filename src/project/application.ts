import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CompiledSources } from './compiled-sources';
import { isInside, slashed } from './folder-path';
import { type ProfileNode, readProfile } from './profile-node';
import { type ProjectModule, readModules } from './project-module';

/** One DevEco application: a root `build-profile.json5` with its modules, or modules that have no root profile. */
export interface Application {
  /** Absolute and real. */
  readonly root: string;
  /** `undefined` where no file gives it, as in a lone module. */
  readonly bundle: string | undefined;
  readonly modules: readonly ProjectModule[];
  /** `useNormalizedOHMUrl`: records begin with `&` and a package (P-6, P-21). */
  readonly normalizedRecords: boolean;
  /** What exists without being registered. */
  readonly compiled: CompiledSources;
}

/** Reads the application of a root profile (P-50). */
export function readApplication(root: string, profile: ProfileNode): Application {
  const modules = moduleEntries(root, profile).flatMap(({ folder, name }) => readModules(folder, name));
  const strictMode = defaultProduct(profile).get('buildOption', 'strictMode');
  return describeApplication(root, modules, strictMode.get('useNormalizedOHMUrl').isTrue());
}

/** An application made of module folders that no root profile lists. */
export function applicationOfLooseModules(root: string, folders: readonly string[]): Application {
  const modules = folders.flatMap((folder) => readModules(folder, basename(folder)));
  return describeApplication(
    root,
    modules,
    modules.some((module) => module.normalizedRecords),
  );
}

/** The folders of a root profile's `modules`, real where they exist. */
export function moduleEntries(root: string, profile: ProfileNode): readonly { name: string; folder: string }[] {
  return profile
    .get('modules')
    .asList()
    .map((entry) => {
      const name = entry.get('name').asString() ?? '';
      const folder = resolve(root, slashed(entry.get('srcPath').asString() ?? name));
      return { name, folder: existsSync(folder) ? realpathSync(folder) : folder };
    });
}

/** The module whose folder holds `file`: `ohosTest` for a file below `src/ohosTest`, else the main one. */
export function moduleHolding(modules: readonly ProjectModule[], file: string): ProjectModule | undefined {
  const holding = modules.filter((module) =>
    isInside(module.sourceSet === 'main' ? module.folder : module.sourceFolder, file),
  );
  const depth = (module: ProjectModule) => (module.sourceSet === 'main' ? module.folder : module.sourceFolder).length;
  return holding.sort((a, b) => depth(b) - depth(a))[0];
}

/** The module whose code a device would start first: it hosts a caller that no module holds, and the HARs (P-1). */
export function mainModule(modules: readonly ProjectModule[]): ProjectModule | undefined {
  const packaged = modules.filter(({ type, sourceSet }) => type !== 'har' && sourceSet === 'main');
  return packaged.find(({ type }) => type === 'entry') ?? packaged[0] ?? modules[0];
}

/** The module that runs when `callingFile` calls: a HAR's code runs in the module that it is packed into (P-1). */
export function hostModule(
  modules: readonly ProjectModule[],
  callingFile: string | undefined,
): ProjectModule | undefined {
  const calling = callingFile === undefined ? undefined : moduleHolding(modules, callingFile);
  return calling === undefined || calling.type === 'har' ? mainModule(modules) : calling;
}

/** Where scripts may lie. Modules may stand beside the root; the root profile says so. */
export function projectFolders({ root, modules }: Application): readonly [root: string, ...folders: string[]] {
  return [root, ...modules.map(({ folder }) => folder)];
}

function describeApplication(root: string, modules: readonly ProjectModule[], normalizedRecords: boolean): Application {
  return {
    root,
    modules,
    normalizedRecords,
    compiled: new CompiledSources(modules),
    bundle:
      readProfile(join(root, 'AppScope', 'app.json5'))
        .get('app', 'bundleName')
        .asString() ?? modules.find(({ bundle }) => bundle !== undefined)?.bundle,
  };
}

/** hvigor builds the product named `default` unless told otherwise. */
function defaultProduct(profile: ProfileNode): ProfileNode {
  const products = profile.get('app', 'products').asList();
  const chosen = products.find((product) => product.get('name').asString() === 'default') ?? products[0];
  return chosen ?? profile.get('app', 'products', 'default');
}
