import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import nodePath, { join, type PlatformPath } from 'node:path';
import { ToolError } from '../base';
import type { ProjectModule } from '../project';
import { Source } from './source';

const foldersWithoutSources = new Set(['node_modules', 'oh_modules', 'build', 'dist', 'coverage', 'cpp', 'resources']);

/** Every source of the modules: what the compiler takes, but no declarations. Each file once. */
export function readSources(modules: readonly ProjectModule[]): readonly Source[] {
  const folders = new Set(modules.map(({ folder }) => folder));
  const files = new Set([...folders].flatMap((folder) => sourceFiles(folder, folders)));
  return [...files].map((file) => {
    const text = readSource(file);
    return new Source(realpathSync(file), text, isTestFile(file));
  });
}

/** Modules may lie in one another's folders. */
function sourceFiles(folder: string, modules: ReadonlySet<string>): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) {
      return foldersWithoutSources.has(entry.name) || modules.has(path) ? [] : sourceFiles(path, modules);
    }
    return isSource(entry.name) && !isLinkedFolder(entry, path) ? [path] : [];
  });
}

function isSource(name: string): boolean {
  return /\.(ets|ts|js)$/.test(name) && !/\.d\.e?ts$/.test(name) && !/^hvigorfile\./.test(name);
}

function isLinkedFolder(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Code of tests, of the device and of the desktop, by its folder or its name. */
export function isTestFile(file: string, path: PlatformPath = nodePath): boolean {
  const slashed = file.replaceAll(path.sep, '/');
  return /\/src\/(ohosTest|test|mock)\/|\/__(tests|mocks)__\/|\.(test|spec)\.\w+$/.test(slashed);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // A module that the profile lists and nobody has.
    throw unreadable(folder, error);
  }
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(path: string, error: unknown): ToolError {
  const { code } = error as NodeJS.ErrnoException;
  return new ToolError({
    code: 'FOW_SOURCE_UNREADABLE',
    summary: `Cannot read ${path}`,
    facts: [`reason: ${code}`],
    hint: 'make it readable, or remove it: the app is known with all its sources alone.',
  });
}
