import nodePath, { type PlatformPath } from 'node:path';

/** Whether `file` is `folder` itself or lies below it. Both absolute. */
export function isInside(folder: string, file: string, path: PlatformPath = nodePath): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The way from `folder` to `file` with forward slashes, the same text on every system. */
export function slashedPath(folder: string, file: string, path: PlatformPath = nodePath): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}

/** A path that project files give, as DevEco writes it on Windows or elsewhere, with forward slashes. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
