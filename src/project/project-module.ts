import { join } from 'node:path';
import { entrySources } from './entry-sources';
import { ProfileNode, readProfile } from './profile-node';
import { registeredWorkers } from './worker-list';

/** `fa` is the older model, in which script paths are file paths that no constructor checks (P-60). */
export type ApplicationModel = 'stage' | 'fa';

/** One module as script URLs name it: a `src/main`, or the `src/ohosTest` beside it, which is a module of its own. */
export interface ProjectModule {
  /** `module.name` of `module.json5`, or `module.distro.moduleName` of `config.json` (P-50, P-71). */
  readonly name: string;
  /** `entry`, `feature`, `shared` (HSP) or `har`; empty where the project doesn't say. */
  readonly type: string;
  readonly model: ApplicationModel;
  readonly sourceSet: 'main' | 'ohosTest';
  /** Absolute and real: the folder that holds `src` and `build-profile.json5`. */
  readonly folder: string;
  /** Absolute: `<folder>/src/main` or `<folder>/src/ohosTest`. */
  readonly sourceFolder: string;
  /** Registered scripts, relative to {@link folder}; `undefined` when the module has no list (P-55). */
  readonly workers: readonly string[] | undefined;
  /** Stage: absolute paths of the sources where the build begins; they may lack the extension (P-8). */
  readonly entries: readonly string[];
  /** Name and version of `oh-package.json5`, which normalized records carry. */
  readonly package: { readonly name: string; readonly version: string };
  /** FA: the abilities' `srcPath` (P-63). */
  readonly abilityFolders: readonly string[];
  /** FA: the bundle name, which the module's own `config.json` holds (P-73). */
  readonly bundle: string | undefined;
  /** Whether the module's own build profile asks for normalized records; counts where there is no root profile. */
  readonly normalizedRecords: boolean;
}

/** Reads the modules that stand in one folder. `profileName` is the name that the root profile gives to it. */
export function readModules(folder: string, profileName: string): readonly ProjectModule[] {
  const shared = moduleFolder(folder, profileName);
  const main = sourceSetModule(shared, 'main');
  const test = sourceSetModule(shared, 'ohosTest');
  return [main ?? moduleWithoutFile(shared), ...(test === undefined ? [] : [test])];
}

interface ModuleFolder {
  readonly folder: string;
  readonly profileName: string;
  readonly buildProfile: () => ProfileNode;
  readonly ohPackage: () => ProfileNode;
  readonly workers: () => readonly string[] | undefined;
}

function moduleFolder(folder: string, profileName: string): ModuleFolder {
  const buildProfile = once(() => readProfile(join(folder, 'build-profile.json5')));
  return {
    folder,
    profileName,
    buildProfile,
    ohPackage: once(() => readProfile(join(folder, 'oh-package.json5'))),
    workers: once(() => registeredWorkers(buildProfile())),
  };
}

function sourceSetModule(shared: ModuleFolder, sourceSet: 'main' | 'ohosTest'): ProjectModule | undefined {
  const sourceFolder = join(shared.folder, 'src', sourceSet);
  const stage = readProfile(join(sourceFolder, 'module.json5'));
  const config = stage.exists ? missing(sourceFolder) : readProfile(join(sourceFolder, 'config.json'));
  if (!stage.exists && !config.exists) return undefined;
  return describeModule(shared, sourceSet, stage.get('module'), config);
}

function moduleWithoutFile(shared: ModuleFolder): ProjectModule {
  const nothing = missing(shared.folder);
  return describeModule(shared, 'main', nothing, nothing);
}

function describeModule(
  shared: ModuleFolder,
  sourceSet: 'main' | 'ohosTest',
  stage: ProfileNode,
  config: ProfileNode,
): ProjectModule {
  const distro = config.get('module', 'distro');
  const sourceFolder = join(shared.folder, 'src', sourceSet);
  const name = stage.get('name').asString() ?? distro.get('moduleName').asString() ?? shared.profileName;
  return {
    name,
    type: stage.get('type').asString() ?? distro.get('moduleType').asString() ?? '',
    sourceSet,
    folder: shared.folder,
    sourceFolder,
    abilityFolders: abilityFolders(config),
    bundle: config.get('app', 'bundleName').asString(),
    get model() {
      return modelOf(shared.buildProfile(), config);
    },
    get workers() {
      return shared.workers();
    },
    get entries() {
      const { folder, buildProfile, ohPackage } = shared;
      return entrySources({ folder, sourceFolder, stage, buildProfile: buildProfile(), ohPackage: ohPackage() });
    },
    get package() {
      const ohPackage = shared.ohPackage();
      return {
        name: sourceSet === 'main' ? (ohPackage.get('name').asString() ?? name) : name,
        version: ohPackage.get('version').asString() ?? '',
      };
    },
    get normalizedRecords() {
      return shared.buildProfile().get('buildOption', 'strictMode', 'useNormalizedOHMUrl').isTrue();
    },
  };
}

/** `apiType` wins over module.json5, which wins over config.json (P-75). */
function modelOf(buildProfile: ProfileNode, config: ProfileNode): ApplicationModel {
  const apiType = buildProfile.get('apiType').asString();
  if (apiType === 'faMode') return 'fa';
  if (apiType === 'stageMode') return 'stage';
  return config.exists ? 'fa' : 'stage';
}

/** `abilities[].srcPath`; projects older than that name their one source folder in `module.js[].name`. */
function abilityFolders(config: ProfileNode): readonly string[] {
  const abilities = config.get('module', 'abilities').asList();
  const scripts = config.get('module', 'js').asList();
  const folders = [
    ...abilities.flatMap((ability) => ability.get('srcPath').asString() ?? []),
    ...scripts.flatMap((script) => script.get('name').asString()?.replace(/^\./, '') ?? []),
  ];
  return [...new Set(folders)];
}

function missing(file: string): ProfileNode {
  return new ProfileNode(file, '', undefined);
}

function once<T>(read: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: read() };
    return result.value;
  };
}
