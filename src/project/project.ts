import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Application, mainModule, moduleHolding } from './application';
import { findApplications, searchDepth } from './find-applications';
import { isInside, slashedPath } from './folder-path';
import type { ProjectModule } from './project-module';
import { resolveBeside } from './resolve-beside';
import { resolveFa } from './resolve-fa';
import { resolveStage } from './resolve-stage';
import { callingFileUnknown, noProject, severalProjects } from './script-problem';
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

/** Opens the project at, above or below a folder, such as Jest's `rootDir`. */
export function openProject(startFolder: string, options: ProjectOptions = {}): Project {
  return new DevEcoProject(resolve(startFolder, options.root ?? '.'));
}

class DevEcoProject implements Project {
  readonly #start: string;
  #found: readonly Application[] | undefined;

  constructor(start: string) {
    this.#start = start;
  }

  get root(): string {
    const [only, ...others] = this.#applications;
    return only === undefined || others.length > 0 ? realPath(this.#start) : only.root;
  }

  get modules(): readonly ProjectModule[] {
    return this.#applications.flatMap(({ modules }) => modules);
  }

  resolveScript(url: string, callingFile: string | undefined): ScriptResolution {
    const request: ScriptRequest = {
      url,
      callingFile: callingFile === undefined ? undefined : realPath(callingFile),
      show: (file) => this.relative(file),
    };
    const candidates = this.#candidates(request);
    const [application, ...others] = candidates;
    if (application === undefined) return this.#resolveWithoutProject(request);
    if (others.length > 0) {
      return {
        kind: 'refused',
        problem: severalProjects(
          { url },
          candidates.map(({ root }) => this.relative(root)),
        ),
      };
    }
    return modelOfCaller(application, request) === 'fa'
      ? resolveFa(application, request)
      : resolveStage(application, request);
  }

  relative(file: string): string {
    const { root } = this;
    return slashedPath(root, isInside(root, file) ? file : realPath(file));
  }

  get #applications(): readonly Application[] {
    this.#found ??= findApplications(realPath(this.#start));
    return this.#found;
  }

  /** The application that holds the caller; else those that have the module that the URL begins with; else all. */
  #candidates({ url, callingFile }: ScriptRequest): readonly Application[] {
    const all = this.#applications;
    if (all.length < 2) return all;
    const holding = all.filter(({ root, modules }) => {
      if (callingFile === undefined) return false;
      return isInside(root, callingFile) || moduleHolding(modules, callingFile) !== undefined;
    });
    if (holding.length > 0) return holding;
    const named = all.filter(({ modules }) => modules.some(({ name }) => url.startsWith(`${name}/`)));
    return named.length > 0 ? named : all;
  }

  /** Unit tests of a folder without any DevEco file: a relative path still has a meaning. */
  #resolveWithoutProject(request: ScriptRequest): ScriptResolution {
    const { url, callingFile } = request;
    const parsed = parseScriptUrl(cutUrl(url));
    if (parsed.form !== 'relative') {
      return { kind: 'refused', problem: noProject({ url }, this.#start, searchDepth) };
    }
    if (callingFile === undefined) return { kind: 'refused', problem: callingFileUnknown({ url }) };
    const callingFolder = dirname(callingFile);
    const folder = isInside(this.root, callingFolder) ? this.root : callingFolder;
    const path = resolve(callingFolder, parsed.stem);
    return resolveBeside(request, { folders: [folder], path, extension: parsed.extension });
  }
}

function modelOfCaller({ modules }: Application, { callingFile }: ScriptRequest) {
  const calling = callingFile === undefined ? undefined : moduleHolding(modules, callingFile);
  return (calling ?? mainModule(modules))?.model ?? 'stage';
}

/** Links followed where the file exists; the host's stack may name a file by either path. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
