import nodePath, { type PlatformPath } from 'node:path';
import { slashed } from './folder-path';

/**
 * The folder that a dependency of `oh-package.json5` names: behind `file:` any path, without it one that can't be a
 * version (`./har`, `..\har`, `C:\har`). `undefined` for versions, and for archives, which ohpm unpacks.
 *
 * @param folder absolute: where that `oh-package.json5` is.
 */
export function dependencyFolder(declared: string, folder: string, path: PlatformPath = nodePath): string | undefined {
  const [, scheme, location = ''] = /^(file:)?(.*)$/.exec(declared) ?? [];
  const isPath = scheme === undefined ? /^(\.{0,2}|[A-Za-z]:)[\\/]/.test(location) : location !== '';
  if (!isPath || /\.(har|tgz|hsp)$/.test(location)) return undefined;
  return path.resolve(folder, slashed(location));
}
