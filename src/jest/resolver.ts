import { resolvePackageImport } from '../project';

interface ResolverOptions {
  readonly basedir: string;
  readonly defaultResolver: (path: string, options: ResolverOptions) => string;
}

/**
 * Jest's `resolver`: as Jest's own, with the packages that `oh-package.json5` declares, which are in no `node_modules`.
 */
export function sync(path: string, options: ResolverOptions): string {
  const ofApp = isOfApp(path, options) ? resolvePackageImport(path, options.basedir) : undefined;
  return options.defaultResolver(ofApp?.file ?? path, options);
}

/** Not a path, no module of Node or of the platform, and not what a package of npm imports. */
function isOfApp(path: string, { basedir }: ResolverOptions): boolean {
  return /^(@[\w-]+\/)?\w[^:\\]*$/.test(path) && !/[\\/]node_modules([\\/]|$)/.test(basedir);
}
