import { readFileSync } from 'node:fs';
import { type App, openApps } from './app';
import { bothClasses, type Construction } from './both-classes';
import { compareFindings, type Finding } from './finding';
import { messageFindings } from './messages';
import { checkRegistered } from './registered-scripts';
import type { Source } from './source';
import { topLevelPosts } from './top-level-posts';
import { uiImports } from './ui-imports';
import { unparsed } from './unparsed';
import { careFindings } from './worker-care';
import { WorkerScripts } from './worker-scripts';
import type { WorkerSite } from './worker-site';
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
  const registered = checkRegistered(app.project.modules);
  const { findings, constructions, started } = inFiles(app);
  const scripts = [...registered.scripts.flatMap((file) => app.sources.get(file) ?? []), ...started];
  const found = [...registered.findings, ...findings, ...bothClasses(constructions), ...inWorkers(app, scripts)];
  return found.filter((finding) => !isSuppressed(app, finding)).sort(compareFindings);
}

/** What is wrong in each file by itself, and what all files have to be known for. */
interface FileResults {
  readonly findings: Finding[];
  /** Those of the app's own code. */
  readonly constructions: Construction[];
  readonly started: Source[];
}

/** A tree is dropped as soon as its file is done: those of all files would fill the memory. */
function inFiles(app: App): FileResults {
  const results: FileResults = { findings: [], constructions: [], started: [] };
  const scripts = new WorkerScripts(app.sources);
  for (const source of app.sources.all) {
    inFile(app, source, scripts, results);
    source.forget();
  }
  return results;
}

function inFile(app: App, source: Source, scripts: WorkerScripts, results: FileResults): void {
  const sites = app.sitesIn(source);
  results.findings.push(...unparsed(source), ...messageFindings(app.sources, source, keepersOf(sites)));
  for (const site of sites) {
    const { node, className, script } = site;
    const endsItself = script === undefined || scripts.mayClose(script);
    results.findings.push(...urlFindings(site), ...careFindings(app.sources, site, endsItself));
    if (source.isTest) continue;
    results.constructions.push({ ...source.placeOf(node), className });
    if (script !== undefined) results.started.push(script);
  }
}

function keepersOf(sites: readonly WorkerSite[]): ReadonlySet<object> {
  return new Set(sites.flatMap(({ kept }) => (kept.by === 'keeper' ? [kept.keeper] : [])));
}

/** What is wrong in the code that workers load: their scripts and what those import. */
function inWorkers(app: App, workerScripts: readonly Source[]): readonly Finding[] {
  const scripts = new WorkerScripts(app.sources);
  const loaded = [...new Set(workerScripts)].flatMap((script) => scripts.loadedBy(script));
  const sources = new Set(loaded.map(({ source }) => source));
  return [...[...sources].flatMap(topLevelPosts), ...uiImports(app.sources, loaded)];
}

/** Whether the line of a finding, or the one above it, says `fake-ohos-worker-ignore` with the finding's id. */
function isSuppressed({ sources }: App, { file, id, line }: Finding): boolean {
  const text = sources.get(file)?.text ?? readFileSync(file, 'utf8');
  const lines = text.split('\n').slice(Math.max(0, line - 2), line);
  return lines.some((each) => each.includes('fake-ohos-worker-ignore') && each.includes(id));
}
