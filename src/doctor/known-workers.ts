import { basename, join, relative } from 'node:path';
import { moduleHolding, type ProjectModule } from '../project';
import { type App, openApps, type ResolvedSite } from './app';
import { constantValue } from './constant-value';
import { usesOfKeeper } from './keeper-uses';
import type { WorkerClass } from './platform-names';
import { checkRegistered } from './registered-scripts';
import type { Source } from './source';

/** A worker script of an app, and how the app uses it. */
export interface KnownWorker {
  /** Absolute and real. */
  readonly script: string;
  readonly module: ProjectModule;
  readonly className: WorkerClass;
  /** A URL that leads to the script from the module's tests. */
  readonly url: string;
  /** A message that the app's own code posts to it, if its text shows the whole of it. */
  readonly message: { readonly value: unknown } | undefined;
}

/** Where the tests of a module stand. */
export function testFolder({ folder }: ProjectModule): string {
  return join(folder, 'src', 'test');
}

/**
 * The worker scripts of the apps around a folder, or below it: those that are registered and those that the code starts.
 *
 * @throws ToolError as `examine`
 */
export function knownWorkers(folder: string): { readonly root: string; readonly workers: readonly KnownWorker[] } {
  const { root, apps } = openApps(folder);
  return { root, workers: apps.flatMap(workersOf) };
}

function workersOf(app: App): readonly KnownWorker[] {
  const registered = checkRegistered(app.project.modules).scripts.flatMap((file) => app.sources.get(file) ?? []);
  const sites = app.sources.all.flatMap((source) => (source.isTest ? [] : app.sitesIn(source)));
  const started = sites.flatMap(({ script }) => script ?? []);
  return [...new Set([...registered, ...started])].flatMap((script) => {
    const module = moduleHolding(app.project.modules, script.file);
    if (module === undefined || script.isTest) return [];
    const own = sites.filter((site) => site.script === script);
    const url = urlFor(app, script, module, own);
    if (url === undefined) return [];
    return [{ script: script.file, module, className: classFor(script, own), url, message: messageFor(own) }];
  });
}

/** What the app writes, unless it counts from the app's own file; else the URL of the file's place. */
function urlFor(
  { project }: App,
  script: Source,
  module: ProjectModule,
  sites: readonly ResolvedSite[],
): string | undefined {
  const written = sites.flatMap(({ url }) => (url === undefined || url.startsWith('.') ? [] : [url]));
  const caller = join(testFolder(module), `${basename(script.file)}.test.ts`);
  return [...written, ...placesOf(script, module)].find((url) => {
    const resolution = project.resolveScript(url, caller);
    return resolution.kind === 'found' && resolution.file === script.file;
  });
}

function placesOf({ file }: Source, { name, model, type, sourceFolder, abilityFolders }: ProjectModule): string[] {
  const below = (folder: string) => relative(join(sourceFolder, folder), file).replaceAll('\\', '/');
  if (model === 'stage') return [`${type === 'har' ? '@' : ''}${name}/${below('')}`];
  const folders = ['ets', 'js'].flatMap((language) =>
    ['', ...abilityFolders].map((ability) => join(language, ability)),
  );
  return folders.map(below).filter((path) => !path.startsWith('..'));
}

/** As the app constructs it; a script that nobody starts is for the class whose port it uses. */
function classFor({ text }: Source, [first]: readonly ResolvedSite[]): WorkerClass {
  if (first !== undefined) return first.className;
  return text.includes('parentPort') && !text.includes('workerPort') ? 'Worker' : 'ThreadWorker';
}

function messageFor(sites: readonly ResolvedSite[]): { readonly value: unknown } | undefined {
  for (const { source, kept } of sites) {
    const uses = kept.by === 'keeper' ? usesOfKeeper(source, kept.keeper) : [];
    for (const use of uses) {
      if (use.kind !== 'call' || use.member !== 'postMessage') continue;
      const [message] = use.args;
      const constant = message === undefined ? undefined : constantValue(source, message);
      if (constant !== undefined) return constant;
    }
  }
  return undefined;
}
