import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Application, applicationOfLooseModules, moduleEntries, readApplication } from './application';
import { isInside } from './folder-path';
import { type ProfileNode, readProfile } from './profile-node';

/** How many levels of folders below the start folder are searched. */
export const searchDepth = 3;

const foldersWithoutProjects = new Set(['node_modules', 'oh_modules', 'build', 'dist', 'coverage']);

/**
 * The applications around `start`, which must be absolute and real: the nearest one at or above it, else the lone
 * module that it lies in, else all that lie below it (sorted by folder).
 */
export function findApplications(start: string): readonly Application[] {
  const above = foldersUpwards(start);
  const lone = above.find(isModuleFolder);
  for (const root of above) {
    const profile = rootProfile(root);
    if (profile === undefined) continue;
    const unlisted = lone !== undefined && isInside(root, lone) && !lists(root, profile, lone);
    if (!unlisted) return [readApplication(root, profile)];
  }
  return lone === undefined ? applicationsBelow(start) : [applicationOfLooseModules(lone, [lone])];
}

function applicationsBelow(start: string): readonly Application[] {
  const applications: Application[] = [];
  const looseModules: string[] = [];
  let level: readonly string[] = [start];
  for (let depth = 0; depth < searchDepth; depth += 1) {
    level = level.flatMap(subfolders).filter((folder) => {
      const profile = rootProfile(folder);
      if (profile !== undefined) applications.push(readApplication(folder, profile));
      else if (isModuleFolder(folder)) looseModules.push(folder);
      else return true;
      return false;
    });
  }
  if (applications.length > 0) return applications;
  return looseModules.length > 0 ? [applicationOfLooseModules(start, looseModules)] : [];
}

/** A module's own build profile has no `modules`; only the root's has. */
function rootProfile(folder: string): ProfileNode | undefined {
  const profile = readProfile(join(folder, 'build-profile.json5'));
  return profile.get('modules').exists ? profile : undefined;
}

function isModuleFolder(folder: string): boolean {
  return ['module.json5', 'config.json'].some((name) => existsSync(join(folder, 'src', 'main', name)));
}

function lists(root: string, profile: ProfileNode, moduleFolder: string): boolean {
  return moduleEntries(root, profile).some(({ folder }) => isInside(folder, moduleFolder));
}

function foldersUpwards(start: string): readonly string[] {
  const parent = dirname(start);
  return parent === start ? [start] : [start, ...foldersUpwards(parent)];
}

function subfolders(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !foldersWithoutProjects.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** A folder that can't be read holds no project of the user's. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
