import { dirname, resolve } from 'node:path';
import { type Application, moduleHolding } from './application';
import { isInside } from './folder-path';
import type { ScriptRequest } from './script-resolution';

/**
 * Which of several applications is asked: those that hold the calling file; else those that a relative path leads
 * into; else those with the module that the path begins with; else all.
 */
export function chooseApplications(
  all: readonly Application[],
  { url, callingFile }: ScriptRequest,
): readonly Application[] {
  if (all.length < 2) return all;
  const relativeTo = url.startsWith('.') && callingFile !== undefined ? dirname(callingFile) : undefined;
  if (relativeTo !== undefined) {
    const holding = holders(all, callingFile);
    return holding.length > 0 ? holding : holders(all, resolve(relativeTo, url));
  }
  const named = all.filter(({ modules }) => modules.some(({ name }) => url.startsWith(`${name}/`)));
  return [holders(all, callingFile), named].find(({ length }) => length > 0) ?? all;
}

function holders(all: readonly Application[], file: string | undefined): readonly Application[] {
  if (file === undefined) return [];
  return all.filter(({ root, modules }) => isInside(root, file) || moduleHolding(modules, file) !== undefined);
}
