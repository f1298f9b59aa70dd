import { join } from 'node:path';
import type { ToolErrorParts } from '../base';
import { type Application, mainModule, moduleHolding, projectFolders } from './application';
import { isInside } from './folder-path';
import { nearestName } from './nearest-name';
import type { ProjectModule } from './project-module';
import { scriptNotFound, unusableFaUrl } from './script-problem';
import type { ScriptRequest, ScriptResolution } from './script-resolution';
import { cutUrl, splitAtLastDot } from './script-url';
import { findSources, liesIn, listSources } from './source-search';

/** The folders of a source set that may hold the scripts of an FA application, by source language. */
const sourceLanguages = ['ets', 'js'] as const;

/** Resolves a script URL in bundle mode: never refused, a script that isn't there fails to load (P-60, P-64). */
export function resolveFa(application: Application, request: ScriptRequest): ScriptResolution {
  const modules = searchOrder(application, request.callingFile);
  const { stem, extension } = bundleModePath(cutUrl(request.url), modules[0]?.name ?? '');
  const places = modules.flatMap((module) => searchPlaces(module, request.callingFile));
  for (const { folder, ability } of places) {
    const sources = findSources(folder, stem, extension);
    const source = sources.find((candidate) => liesIn(projectFolders(application), candidate));
    if (source === undefined) continue;
    return { kind: 'found', model: 'fa', file: source.realPath, record: assetName(ability, stem), notes: [] };
  }
  const record = assetName(places[0]?.ability ?? '', stem);
  return { kind: 'missing', model: 'fa', record, problem: whyMissing(request, stem, places) };
}

/** The path that bundle mode makes of a URL (P-62, P-65), without the extension that it replaces. */
export function bundleModePath(url: string, callingModule: string): { stem: string; extension: string } {
  const inModule = url.startsWith('@') && !url.includes('@bundle:') ? `${callingModule}${url}` : url;
  const path = inModule
    .replace(/^\//, '')
    .replace(/^\.\.\//, '')
    .replace(/^@[^/]*\//, '');
  return splitAtLastDot(path);
}

interface SearchPlace {
  readonly folder: string;
  /** `srcPath` of the ability whose folder it is; empty for the folder above the abilities'. */
  readonly ability: string;
}

/** The abilities' folders first, then one level up (P-63); only the calling ability's where the caller is in one. */
function searchPlaces(module: ProjectModule, callingFile: string | undefined): readonly SearchPlace[] {
  const inLanguage = (ability: string) =>
    sourceLanguages.map((language) => ({ folder: join(module.sourceFolder, language, ability), ability }));
  const calling = module.abilityFolders.filter(
    (ability) => callingFile !== undefined && inLanguage(ability).some(({ folder }) => isInside(folder, callingFile)),
  );
  const abilities = calling.length > 0 ? calling : module.abilityFolders;
  return [...abilities, ''].flatMap(inLanguage);
}

/** The calling module and what stands in the same folder; all modules, the main one first, if nobody knows it. */
function searchOrder({ modules }: Application, callingFile: string | undefined): readonly ProjectModule[] {
  const calling = callingFile === undefined ? undefined : moduleHolding(modules, callingFile);
  const first = calling ?? mainModule(modules);
  const others = modules.filter((module) => module !== first);
  const rest = calling === undefined ? others : others.filter(({ folder }) => folder === calling.folder);
  return first === undefined ? rest : [first, ...rest];
}

function whyMissing({ url, show }: ScriptRequest, stem: string, places: readonly SearchPlace[]): ToolErrorParts {
  const names = stem.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  const suggestion = nearestName(names.join('/'), [...new Set(places.flatMap(({ folder }) => listSources(folder)))]);
  if (names.length === stem.split('/').length) {
    const lookedFor = places.map(({ folder }) => `${show(folder)}/${stem}`);
    return scriptNotFound({ url }, lookedFor, undefined, suggestion);
  }
  return unusableFaUrl({ url }, stem, suggestion);
}

function assetName(ability: string, stem: string): string {
  return ['assets/js', ability, `${stem}.abc`].filter((part) => part !== '').join('/');
}
