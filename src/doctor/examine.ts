import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ToolError } from '../base';
import { openProject, type Project, searchDepth } from '../project';
import { bothClasses } from './both-classes';
import { compareFindings, type Finding } from './finding';
import { messageFindings } from './messages';
import { checkRegistered } from './registered-scripts';
import type { Source } from './source';
import { readSources } from './source-files';
import { Sources } from './sources';
import { topLevelPosts } from './top-level-posts';
import { uiImports } from './ui-imports';
import { careFindings } from './worker-care';
import { type LoadedSource, WorkerScripts } from './worker-scripts';
import { findWorkerSites, type WorkerSite } from './worker-site';
import { resolveSite, urlFindings } from './worker-urls';

export interface Examination {
  /** Absolute: the app's folder, or the folder above several apps. */
  readonly root: string;
  /** By file and line, apps in the order of their folders. */
  readonly findings: readonly Finding[];
}

/**
 * Reads all sources of the DevEco app around a folder (or of all apps below it) and finds what is wrong with its workers.
 *
 * @throws ToolError `FOW_NO_PROJECT`, or what reading a project file or a source may throw.
 */
export function examine(folder: string): Examination {
  const project = projectAt(folder);
  const roots = new Set(project.modules.map((module) => openProject(module.folder).root));
  const apps = roots.size < 2 ? [project] : [...roots].sort().map((root) => openProject(root));
  return { root: project.root, findings: apps.flatMap((app) => new AppExamination(app).findings()) };
}

/** @throws ToolError `FOW_NO_FOLDER`, `FOW_NO_PROJECT` */
export function projectAt(folder: string): Project {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ToolError({ code: 'FOW_NO_FOLDER', summary: `There is no folder ${resolve(folder)}` });
  }
  const project = openProject(folder);
  if (project.modules.length > 0) return project;
  throw new ToolError({
    code: 'FOW_NO_PROJECT',
    summary: `No DevEco project at ${resolve(folder)}`,
    facts: [
      'looked for: build-profile.json5, src/main/module.json5, src/main/config.json',
      `looked in:  that folder, the folders above it and ${searchDepth} levels below it`,
    ],
    hint: 'name the folder of the app: fake-ohos-worker doctor path/to/app',
  });
}

class AppExamination {
  readonly #sources: Sources;
  readonly #scripts: WorkerScripts;
  readonly #sites: ReadonlyMap<Source, readonly WorkerSite[]>;

  constructor(private readonly project: Project) {
    this.#sources = new Sources(readSources(project.modules));
    this.#scripts = new WorkerScripts(this.#sources);
    this.#sites = new Map(this.#sources.all.map((source) => [source, findWorkerSites(source)]));
  }

  findings(): readonly Finding[] {
    const registered = checkRegistered(this.project.modules);
    const scripts = new Set(registered.scripts.flatMap((file) => this.#sources.get(file) ?? []));
    const found: Finding[] = [...registered.findings];
    const sites = [...this.#sites.values()].flat();
    for (const site of sites) {
      const resolution = resolveSite(this.project, site);
      const script = resolution?.kind === 'found' ? this.#sources.get(resolution.file) : undefined;
      if (script !== undefined && !site.source.isTest) scripts.add(script);
      const endsItself = script === undefined || this.#scripts.mayClose(script);
      found.push(...urlFindings(site, resolution), ...careFindings(this.#sources, site, endsItself));
    }
    for (const [source, own] of this.#sites) found.push(...messageFindings(this.#sources, source, own));
    found.push(...bothClasses(sites), ...this.#inWorkers([...scripts]));
    return found.filter((finding) => !isSuppressed(this.#textOf(finding), finding)).sort(compareFindings);
  }

  #inWorkers(scripts: readonly Source[]): readonly Finding[] {
    const loaded: readonly LoadedSource[] = scripts.flatMap((script) => this.#scripts.loadedBy(script));
    const sources = new Set(loaded.map(({ source }) => source));
    return [...[...sources].flatMap(topLevelPosts), ...uiImports(this.#sources, loaded)];
  }

  #textOf({ file }: Finding): string {
    return this.#sources.get(file)?.text ?? readFileSync(realpathSync(file), 'utf8');
  }
}

/** Whether the line of a finding, or the one above it, says `fake-ohos-worker-ignore` with the finding's id. */
function isSuppressed(text: string, { id, line }: Finding): boolean {
  const lines = text.split('\n').slice(Math.max(0, line - 2), line);
  return lines.some((each) => each.includes('fake-ohos-worker-ignore') && each.includes(id));
}
