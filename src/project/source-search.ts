import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInside } from './folder-path';
import { sourceExtensions } from './script-url';

/** A source file on disk, as its module names it and where it really is. */
export interface SourceFile {
  /** Absolute, below the folder that was searched. */
  readonly path: string;
  /** Absolute, links followed. */
  readonly realPath: string;
}

/**
 * The files that `stem` may mean below `folder`: with the extension as written first, then `.ets`, `.ts`, `.js` (P-54).
 *
 * Every segment must be an entry of its folder, letter by letter. That keeps names case-sensitive on disks that aren't
 * (P-33), and since no entry is called `..` nor holds a separator, only a link can lead out of `folder`.
 */
export function findSources(folder: string, stem: string, extension: string): readonly SourceFile[] {
  const segments = stem.split('/');
  const last = segments.pop() ?? '';
  const parent = enter(folder, segments);
  if (parent === undefined) return [];
  const names = entryNames(parent);
  return extensionsToTry(extension)
    .map((ending) => last + ending)
    .filter((name) => names.includes(name))
    .map((name) => join(parent, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => ({ path, realPath: realpathSync(path) }));
}

/** Whether a file lies in one of `folders`, links followed. */
export function liesIn(folders: readonly string[], { realPath }: SourceFile): boolean {
  return folders.some((folder) => isInside(folder, realPath));
}

/** Every source file below `folder`, as paths with forward slashes, sorted. Only for suggestions. */
export function listSources(folder: string): readonly string[] {
  return readFolder(folder)
    .flatMap((entry) => {
      if (entry.isDirectory()) return listSources(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
      return sourceExtensions.some((ending) => entry.name.endsWith(ending)) ? [entry.name] : [];
    })
    .sort();
}

function extensionsToTry(written: string): readonly string[] {
  const known = sourceExtensions.find((ending) => ending === written);
  return known === undefined ? sourceExtensions : [known, ...sourceExtensions.filter((ending) => ending !== known)];
}

function enter(folder: string, segments: readonly string[]): string | undefined {
  let current = folder;
  for (const segment of segments) {
    if (!entryNames(current).includes(segment)) return undefined;
    current = join(current, segment);
  }
  return current;
}

function entryNames(folder: string): readonly string[] {
  return readFolder(folder).map(({ name }) => name);
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Not there, not a folder, or not to be read: it holds no script.
    return [];
  }
}
