import { readFileSync } from 'node:fs';
import { type App, openApps } from './app';
import { bothClasses } from './both-classes';
import { compareFindings, type Finding } from './finding';
import { messageFindings } from './messages';
import { checkRegistered } from './registered-scripts';
import { topLevelPosts } from './top-level-posts';
import { uiImports } from './ui-imports';
import { unparsed } from './unparsed';
import { careFindings } from './worker-care';
import { WorkerScripts } from './worker-scripts';
import { urlFindings } from './worker-urls';

export interface Examination {
  /** Absolute: the app's folder, or the folder above several apps. */
  readonly root: string;
  /** By file and line, apps in the order of their folders. */
  readonly findings: readonly Finding[];
}

/**
 * Reads all sources of the DevEco app around a folder (or of all apps below it) and finds what is wrong with its workers.
 *
 * @throws ToolError `FOW_NO_FOLDER`, `FOW_NO_PROJECT`, or what reading a project file or a source may throw.
 */
export function examine(folder: string): Examination {
  const { root, apps } = openApps(folder);
  return { root, findings: apps.flatMap(findingsIn) };
}

function findingsIn(app: App): readonly Finding[] {
  const { sources, sites, project } = app;
  const registered = checkRegistered(project.modules);
  const scripts = new WorkerScripts(sources);
  const found = [...registered.findings, ...bothClasses(sites), ...inWorkers(app, scripts, registered.scripts)];
  for (const site of sites) {
    const endsItself = site.script === undefined || scripts.mayClose(site.script);
    found.push(...urlFindings(site), ...careFindings(sources, site, endsItself));
  }
  const keepers = new Set<object>(sites.flatMap(({ kept }) => (kept.by === 'keeper' ? [kept.keeper] : [])));
  for (const source of sources.all) found.push(...messageFindings(sources, source, keepers), ...unparsed(source));
  return found.filter((finding) => !isSuppressed(app, finding)).sort(compareFindings);
}

/** What is wrong in the code that workers load: registered scripts, those that the app starts, and their imports. */
function inWorkers(app: App, scripts: WorkerScripts, registered: readonly string[]): readonly Finding[] {
  const started = app.sites.filter(({ source }) => !source.isTest).flatMap(({ script }) => script ?? []);
  const all = new Set([...registered.flatMap((file) => app.sources.get(file) ?? []), ...started]);
  const loaded = [...all].flatMap((script) => scripts.loadedBy(script));
  const sources = new Set(loaded.map(({ source }) => source));
  return [...[...sources].flatMap(topLevelPosts), ...uiImports(app.sources, loaded)];
}

/** Whether the line of a finding, or the one above it, says `fake-ohos-worker-ignore` with the finding's id. */
function isSuppressed({ sources }: App, { file, id, line }: Finding): boolean {
  const text = sources.get(file)?.text ?? readFileSync(file, 'utf8');
  const lines = text.split('\n').slice(Math.max(0, line - 2), line);
  return lines.some((each) => each.includes('fake-ohos-worker-ignore') && each.includes(id));
}
