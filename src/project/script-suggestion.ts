import { join } from 'node:path';
import { nearestName } from './nearest-name';
import type { ProjectModule } from './project-module';
import { splitSource } from './script-url';
import { listSources } from './source-search';

/** The script that a URL most likely meant, as the URL that reaches it. `tried` may lack module or extension. */
export function suggestScript(modules: readonly ProjectModule[], tried: string): string | undefined {
  const wanted = splitSource(tried.replace(/(^|\/)src\/(main|ohosTest)\//, '$1')).stem;
  if (wanted === '') return undefined;
  const urls = modules.flatMap(scriptUrls);
  const same = urls.find((url) => `/${splitSource(url).stem}`.endsWith(`/${wanted}`));
  return same ?? nearestName(wanted, urls);
}

/** How application code names a file of a module; `path` is below the source set, `ets/workers/worker.ets`. */
export function moduleUrl({ type, name }: ProjectModule, path: string): string {
  return type === 'har' ? `@${name}/${path}` : `${name}/${path}`;
}

/** Whether the module's list lets `file` (relative to the module's folder) be a script (P-8, P-55, P-56). */
export function isRegistered({ sourceSet, workers }: ProjectModule, file: string): boolean {
  return sourceSet === 'ohosTest' || workers === undefined || workers.includes(file);
}

function isListed(module: ProjectModule, file: string): boolean {
  return isRegistered(module, file) || listedOtherwise(module, file) !== undefined;
}

/** The entry of the module's list that is `file` but for its extension. */
export function listedOtherwise({ workers = [] }: ProjectModule, file: string): string | undefined {
  return workers.find((entry) => splitSource(entry).stem === splitSource(file).stem);
}

function scriptUrls(module: ProjectModule): readonly string[] {
  return listSources(join(module.sourceFolder, 'ets'))
    .filter((path) => isListed(module, `src/${module.sourceSet}/ets/${path}`))
    .map((path) => moduleUrl(module, `ets/${path}`));
}
