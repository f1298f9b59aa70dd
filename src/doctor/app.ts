import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ToolError } from '../base';
import { openProject, type Project, type ScriptResolution, searchDepth } from '../project';
import type { Source } from './source';
import { readSources } from './source-files';
import { Sources } from './sources';
import { findWorkerSites, type WorkerSite } from './worker-site';

/** A place that constructs a worker, and what its URL leads to; `undefined` where the code does not show it. */
export interface ResolvedSite extends WorkerSite {
  readonly resolution: ScriptResolution | undefined;
  readonly script: Source | undefined;
}

/** One app with all its sources. */
export class App {
  readonly sources: Sources;

  constructor(readonly project: Project) {
    this.sources = new Sources(readSources(project.modules));
  }

  /** The places of a source that construct workers. */
  sitesIn(source: Source): readonly ResolvedSite[] {
    return findWorkerSites(source).map((site) => this.#resolve(site));
  }

  #resolve(site: WorkerSite): ResolvedSite {
    const { url, source } = site;
    const resolution = url === undefined ? undefined : this.project.resolveScript(url, source.file);
    const script = resolution?.kind === 'found' ? this.sources.get(resolution.file) : undefined;
    return { ...site, resolution, script };
  }
}

/** The app around a folder, or all that lie below it. `root` is the folder that has them all. */
export function openApps(folder: string): { readonly root: string; readonly apps: readonly App[] } {
  const project = projectAt(folder);
  const roots = new Set(project.modules.map((module) => openProject(module.folder).root));
  const projects = roots.size < 2 ? [project] : [...roots].sort().map((root) => openProject(root));
  return { root: project.root, apps: projects.map((each) => new App(each)) };
}

/** @throws ToolError `FOW_NO_FOLDER`, `FOW_NO_PROJECT` */
function projectAt(folder: string): Project {
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
