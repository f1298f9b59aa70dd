import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Application, mainModule, moduleHolding } from './application';
import { chooseApplications } from './choose-application';
import { findApplications, searchDepth } from './find-applications';
import { isInside, slashedPath } from './folder-path';
import type { ApplicationModel, ProjectModule } from './project-module';
import { resolveBeside } from './resolve-beside';
import { resolveFa } from './resolve-fa';
import { resolveStage } from './resolve-stage';
import { callingFileUnknown, noProject, noSuchFolder, severalProjects } from './script-problem';
import type { ScriptRequest, ScriptResolution } from './script-resolution';
import { cutUrl, parseScriptUrl } from './script-url';

export interface ProjectOptions {
  /** Where the application is, absolute or relative to the start folder, if the search should not begin there. */
  readonly root?: string;
}

/** The DevEco project around a folder. Nothing is read before the first question; what was read is kept. */
export interface Project {
  /** Absolute and real: the application's root; the start folder when there is no application or several. */
  readonly root: string;
  /** Empty when there is no DevEco project. */
  readonly modules: readonly ProjectModule[];
  /**
   * Finds the source file that a script URL means (spec P-1 to P-65).
   *
   * @param callingFile absolute path of the source file whose code calls `new`; `undefined` when it isn't known.
   * @throws ToolError `FOW_PROFILE_MALFORMED` or `FOW_PROFILE_UNREADABLE` when a project file can't be read.
   */
  resolveScript(url: string, callingFile: string | undefined): ScriptResolution;
  /** The way from {@link root} to `file` with forward slashes: the same text on every machine. */
  relative(file: string): string;
}

/**
 * Opens the project at, above or below a folder, such as Jest's `rootDir`.
 *
 * @throws ToolError `FOW_NO_PROJECT` when there is no such folder as the option `root` says.
 */
export function openProject(startFolder: string, { root }: ProjectOptions = {}): Project {
  const start = resolve(startFolder, root ?? '.');
  if (root !== undefined && !isFolder(start)) throw noSuchFolder(root, start, startFolder);
  return new DevEcoProject(realPath(start));
}

class DevEcoProject implements Project {
  readonly #start: string;
  #found: readonly Application[] | undefined;
  /** Keyed by URL and calling file. Only what was found: a file that wasn't there may be written by the next test. */
  readonly #resolved = new Map<string, ScriptResolution>();

  constructor(start: string) {
    this.#start = start;
  }

  get root(): string {
    const [only, ...others] = this.#applications;
    return only === undefined || others.length > 0 ? this.#start : only.root;
  }

  get modules(): readonly ProjectModule[] {
    return this.#applications.flatMap(({ modules }) => modules);
  }

  resolveScript(url: string, callingFile: string | undefined): ScriptResolution {
    const key = JSON.stringify([url, callingFile]);
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const resolution = this.#resolve({
      url,
      callingFile: callingFile === undefined ? undefined : realPath(callingFile),
      show: (file) => this.relative(file),
    });
    if (resolution.kind === 'found') this.#resolved.set(key, resolution);
    return resolution;
  }

  relative(file: string): string {
    const { root } = this;
    return slashedPath(root, isInside(root, file) ? file : realPath(file));
  }

  get #applications(): readonly Application[] {
    this.#found ??= findApplications(this.#start);
    return this.#found;
  }

  #resolve(request: ScriptRequest): ScriptResolution {
    const chosen = chooseApplications(this.#applications, request);
    const [application, ...others] = chosen;
    if (application === undefined) return resolveWithoutProject(request, this.#start);
    if (others.length > 0) {
      const roots = chosen.map(({ root }) => this.relative(root));
      return { kind: 'refused', problem: severalProjects({ url: request.url }, roots) };
    }
    return modelOfCaller(application, request) === 'fa'
      ? resolveFa(application, request)
      : resolveStage(application, request);
  }
}

/** Unit tests that no application holds: only a path relative to the calling file has a meaning. */
function resolveWithoutProject(request: ScriptRequest, start: string): ScriptResolution {
  const { url, callingFile } = request;
  const { form, stem, extension } = parseScriptUrl(cutUrl(url));
  if (form !== 'relative') return { kind: 'refused', problem: noProject({ url }, start, searchDepth) };
  if (callingFile === undefined) return { kind: 'refused', problem: callingFileUnknown({ url }) };
  const callingFolder = dirname(callingFile);
  const folder = isInside(start, callingFolder) ? start : callingFolder;
  return resolveBeside(request, { folders: [folder], callingFile, path: resolve(callingFolder, stem), extension });
}

function modelOfCaller({ modules }: Application, { callingFile }: ScriptRequest): ApplicationModel {
  const calling = callingFile === undefined ? undefined : moduleHolding(modules, callingFile);
  return (calling ?? mainModule(modules))?.model ?? 'stage';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Links followed where the file exists; the host's stack may name a file by either path. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
