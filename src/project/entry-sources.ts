import { join } from 'node:path';
import { type ProfileNode, readProfile } from './profile-node';

/** The files of a Stage module that say what a build compiles. */
export interface BuildFiles {
  readonly folder: string;
  readonly sourceFolder: string;
  /** `module` of `module.json5`. */
  readonly stage: ProfileNode;
  readonly buildProfile: ProfileNode;
  readonly ohPackage: ProfileNode;
}

/**
 * Where the build of a module begins (P-8), as absolute paths that may lack the extension: abilities, pages, what a
 * package exports, and what the build profile names. Registered workers are not among them.
 */
export function entrySources(files: BuildFiles): readonly string[] {
  const { folder, sourceFolder } = files;
  return [
    ...components(files).map((path) => join(sourceFolder, path)),
    ...pages(files).map((path) => join(sourceFolder, 'ets', path)),
    ...ownNames(files).map((path) => join(folder, path)),
  ];
}

/** Abilities, extension abilities with the cards that they show, and the ability stage, below the source folder. */
function components({ stage, sourceFolder }: BuildFiles): readonly string[] {
  const extensions = stage.get('extensionAbilities').asList();
  const parts = [stage, ...stage.get('abilities').asList(), ...extensions];
  const cards = extensions
    .flatMap((extension) => extension.get('metadata').asList())
    .flatMap((metadata) => profileResource(sourceFolder, metadata.get('resource')).get('forms').asList());
  return [
    ...parts.flatMap((part) => part.get('srcEntry').asString() ?? part.get('srcEntrance').asString() ?? []),
    ...cards.flatMap((card) => card.get('src').asString() ?? []),
  ];
}

/** Below `ets`. */
function pages({ stage, sourceFolder }: BuildFiles): readonly string[] {
  return strings(profileResource(sourceFolder, stage.get('pages')).get('src'));
}

/** Below the module's folder. */
function ownNames({ stage, sourceFolder, buildProfile, ohPackage }: BuildFiles): readonly string[] {
  const main = ohPackage.get('main').asString() ?? '';
  const routes = profileResource(sourceFolder, stage.get('routerMap')).get('routerMap').asList();
  return [
    ...(main === '' ? ['Index', 'index'] : [main]),
    ...routes.flatMap((route) => route.get('pageSourceFile').asString() ?? []),
    ...strings(buildProfile.get('buildOption', 'arkOptions', 'runtimeOnly', 'sources')),
  ];
}

/** The file that a value such as `$profile:main_pages` stands for. */
function profileResource(sourceFolder: string, reference: ProfileNode): ProfileNode {
  const name = reference.asString()?.replace(/^\$profile:/, '') ?? '';
  return readProfile(join(sourceFolder, 'resources/base/profile', `${name}.json`));
}

function strings(list: ProfileNode): readonly string[] {
  return list.asList().flatMap((item) => item.asString() ?? []);
}
