import { join, resolve } from 'node:path';
import type { ToolErrorParts } from '../base';
import { type Application, hostModule, projectFolders } from './application';
import { slashedPath } from './folder-path';
import type { ProjectModule } from './project-module';
import { placeOfFile, type RecordPlace, recordName } from './record-name';
import { resolveBeside } from './resolve-beside';
import { callerNotCompiled, noWorkerList, scriptNotListed, scriptOfOtherHap } from './script-note';
import {
  callingFileUnknown,
  type FailedRequest,
  type ShownList,
  scriptNotFound,
  scriptNotRegistered,
  scriptOutsideProject,
  unusableUrl,
} from './script-problem';
import type { ResolutionNote, ScriptRequest, ScriptResolution } from './script-resolution';
import { isRegistered, listedOtherwise, moduleUrl, suggestScript } from './script-suggestion';
import { cutUrl, parseScriptUrl } from './script-url';
import { findSources, liesIn, type SourceFile } from './source-search';
import { type StageTarget, StageTargets } from './stage-target';

/** Resolves a script URL in module mode (P-1 to P-40). */
export function resolveStage(application: Application, request: ScriptRequest): ScriptResolution {
  return new StageResolver(application, request).resolve();
}

class StageResolver {
  private readonly targets: StageTargets;
  private readonly failed: FailedRequest;
  private readonly caller: RecordPlace | undefined;
  private readonly host: string;

  constructor(
    private readonly application: Application,
    private readonly request: ScriptRequest,
  ) {
    const { url, callingFile } = request;
    const countsFromCaller = url.startsWith('.') && callingFile !== undefined;
    this.failed = { url, calledFrom: countsFromCaller ? request.show(callingFile) : undefined };
    this.caller = callingFile === undefined ? undefined : placeOfFile(application, callingFile);
    this.host = hostModule(application.modules, callingFile)?.name ?? '';
    this.targets = new StageTargets(application, this.host, this.failed);
  }

  resolve(): ScriptResolution {
    const url = parseScriptUrl(cutUrl(this.request.url));
    if (url.form !== 'relative') return this.load(this.targets.of(url));
    if (this.caller !== undefined) return this.load(this.targets.relative(url, this.caller));
    const { callingFile } = this.request;
    if (callingFile === undefined) return { kind: 'refused', problem: callingFileUnknown(this.failed) };
    return this.loadFromDisk(callingFile, url.stem, url.extension);
  }

  /** Loads what is meant by a test, or by another file that no device has: its folder counts, on disk. */
  private loadFromDisk(callingFile: string, stem: string, extension: string): ScriptResolution {
    const { application, failed, request } = this;
    const path = resolve(callingFile, '..', stem);
    const place = placeOfFile(application, path);
    const folders = projectFolders(application);
    if (place === undefined) return resolveBeside(request, { folders, callingFile, path, extension });
    const record = recordName(application, this.host, place);
    const whyNone = () => scriptOutsideProject(failed, record, application.root);
    const resolution = this.load({ checked: true, record, extension, place, whyNone });
    if (resolution.kind !== 'found') return resolution;
    const note = callerNotCompiled(
      request.show(resolution.file),
      request.show(callingFile),
      moduleUrl(place.module, `${place.path}${extension}`),
    );
    return { ...resolution, notes: [...resolution.notes, note] };
  }

  private load(target: StageTarget): ScriptResolution {
    const { place, extension } = target;
    if (place === undefined) return this.fail(target, target.whyNone());
    const { module, path } = place;
    if (!path.startsWith('ets/')) return this.fail(target, this.outsideSources(place));
    const sources = findSources(module.sourceFolder, path, extension);
    const source = sources.find((candidate) => this.exists(place, candidate)) ?? sources[0];
    if (source === undefined) return this.fail(target, this.notFound(place, extension));
    if (!liesIn(projectFolders(this.application), source)) return this.fail(target, this.linkedOutside(source));
    if (!this.exists(place, source)) return this.fail(target, this.notRegistered(place, source));
    return {
      kind: 'found',
      model: 'stage',
      file: source.realPath,
      record: target.record,
      notes: this.notes(place, source),
    };
  }

  /** Whether a file is compiled: registered, or reached by imports (P-8). */
  private exists(place: RecordPlace, source: SourceFile): boolean {
    const { module } = place;
    return (
      isRegistered(module, this.entry(place, source)) || this.application.compiled.get(source.realPath) !== undefined
    );
  }

  private fail({ checked, record }: StageTarget, problem: ToolErrorParts): ScriptResolution {
    return checked ? { kind: 'refused', record, problem } : { kind: 'missing', model: 'stage', record, problem };
  }

  private outsideSources({ module, path }: RecordPlace): ToolErrorParts {
    const tried = `${module.name}/${path}`;
    const reason = `only files below "${module.name}/ets" are scripts, "${tried}" is none`;
    return unusableUrl(this.failed, reason, suggestScript(this.application.modules, tried));
  }

  private notFound({ module, path }: RecordPlace, extension: string): ToolErrorParts {
    const { failed, request, application } = this;
    // With what P-5 cut off: "my.worker" was meant as a name, not as a name and an extension.
    const suggestion = suggestScript(application.modules, moduleUrl(module, path + extension));
    const list = module.sourceSet === 'main' && module.workers !== undefined ? this.list(module) : undefined;
    return scriptNotFound(failed, [request.show(join(module.sourceFolder, path))], list, suggestion);
  }

  private linkedOutside(source: SourceFile): ToolErrorParts {
    return scriptOutsideProject(this.failed, source.realPath, this.application.root);
  }

  private notRegistered(place: RecordPlace, source: SourceFile): ToolErrorParts {
    const found = { shown: this.request.show(source.path), entry: this.entry(place, source) };
    return scriptNotRegistered(this.failed, found, this.list(place.module));
  }

  private notes(place: RecordPlace, source: SourceFile): readonly ResolutionNote[] {
    const { module } = place;
    const shown = this.request.show(source.path);
    const calling = this.caller?.module;
    const entry = this.entry(place, source);
    const notes: ResolutionNote[] = [];
    if (module.sourceSet === 'main' && module.workers === undefined) {
      notes.push(noWorkerList(shown, this.profile(module), entry));
    }
    if (!isRegistered(module, entry)) {
      const importedBy = this.application.compiled.get(source.realPath)?.importedBy;
      const importer = importedBy === undefined ? undefined : this.request.show(importedBy);
      const compiledAs = { importedBy: importer, listedAs: listedOtherwise(module, entry) };
      notes.push(scriptNotListed(shown, compiledAs, this.profile(module), entry));
    }
    if (calling !== undefined && isHap(module) && isHap(calling) && module.folder !== calling.folder) {
      notes.push(scriptOfOtherHap(shown, module.name, calling.name));
    }
    return notes;
  }

  /** The script as a `workers` list names it. */
  private entry({ module }: RecordPlace, source: SourceFile): string {
    return slashedPath(module.folder, source.path);
  }

  private list(module: ProjectModule): ShownList {
    return { profile: this.profile(module), entries: module.workers ?? [] };
  }

  private profile({ folder }: ProjectModule): string {
    return this.request.show(join(folder, 'build-profile.json5'));
  }
}

function isHap({ type }: { readonly type: string }): boolean {
  return type === 'entry' || type === 'feature';
}
