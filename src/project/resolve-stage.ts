import { join, resolve } from 'node:path';
import type { ToolErrorParts } from '../base';
import { type Application, mainModule, moduleHolding } from './application';
import { slashedPath } from './folder-path';
import { placeOfFile, type RecordPlace, recordName } from './record-name';
import { resolveBeside } from './resolve-beside';
import { callerNotCompiled, noWorkerList, scriptOfOtherHap } from './script-note';
import {
  callingFileUnknown,
  type FailedRequest,
  scriptNotFound,
  scriptNotRegistered,
  scriptOutsideProject,
  unusableUrl,
} from './script-problem';
import type { ResolutionNote, ScriptRequest, ScriptResolution } from './script-resolution';
import { isRegistered, moduleUrl, suggestScript } from './script-suggestion';
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

  constructor(
    private readonly application: Application,
    private readonly request: ScriptRequest,
  ) {
    const { url, callingFile } = request;
    const countsFromCaller = url.startsWith('.') && callingFile !== undefined;
    this.failed = { url, calledFrom: countsFromCaller ? request.show(callingFile) : undefined };
    this.caller = callingFile === undefined ? undefined : placeOfFile(application, callingFile);
    this.targets = new StageTargets(application, this.hostName(), this.failed);
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
    if (place === undefined) return resolveBeside(request, { folders: this.folders(), path, extension });
    const record = recordName(application, this.hostName(), place);
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
    const source = sources.find((candidate) => isRegistered(module, this.entry(place, candidate))) ?? sources[0];
    if (source === undefined) return this.fail(target, this.notFound(place));
    if (!liesIn(this.folders(), source)) return this.fail(target, this.linkedOutside(source));
    if (!isRegistered(module, this.entry(place, source))) return this.fail(target, this.notRegistered(place, source));
    return {
      kind: 'found',
      model: 'stage',
      file: source.realPath,
      record: target.record,
      notes: this.notes(place, source),
    };
  }

  private fail({ checked, record }: StageTarget, problem: ToolErrorParts): ScriptResolution {
    return checked ? { kind: 'refused', problem } : { kind: 'missing', model: 'stage', record, problem };
  }

  private outsideSources({ module, path }: RecordPlace): ToolErrorParts {
    const tried = `${module.name}/${path}`;
    const reason = `only files below "${module.name}/ets" are scripts, "${tried}" is none`;
    return unusableUrl(this.failed, reason, suggestScript(this.application.modules, tried));
  }

  private notFound({ module, path }: RecordPlace): ToolErrorParts {
    const { failed, request, application } = this;
    const suggestion = suggestScript(application.modules, moduleUrl(module, path));
    const registered = module.sourceSet === 'main' ? module.workers : undefined;
    return scriptNotFound(failed, [request.show(join(module.sourceFolder, path))], registered, suggestion);
  }

  private linkedOutside(source: SourceFile): ToolErrorParts {
    return scriptOutsideProject(this.failed, source.realPath, this.application.root);
  }

  private notRegistered(place: RecordPlace, source: SourceFile): ToolErrorParts {
    const shown = this.request.show(source.path);
    const found = { shown, entry: this.entry(place, source), profile: this.profile(place) };
    return scriptNotRegistered(this.failed, place.module, found);
  }

  private notes(place: RecordPlace, source: SourceFile): readonly ResolutionNote[] {
    const { module } = place;
    const shown = this.request.show(source.path);
    const calling = this.caller?.module;
    const notes: ResolutionNote[] = [];
    if (module.sourceSet === 'main' && module.workers === undefined) {
      notes.push(noWorkerList(shown, this.profile(place), this.entry(place, source)));
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

  private profile({ module }: RecordPlace): string {
    return this.request.show(join(module.folder, 'build-profile.json5'));
  }

  /** Modules may stand beside the root; the root profile says so. */
  private folders(): readonly string[] {
    return [this.application.root, ...this.application.modules.map(({ folder }) => folder)];
  }

  private hostName(): string {
    const { modules } = this.application;
    const { callingFile } = this.request;
    const calling = callingFile === undefined ? undefined : moduleHolding(modules, callingFile);
    const host = calling === undefined || calling.type === 'har' ? mainModule(modules) : calling;
    return host?.name ?? '';
  }
}

function isHap({ type }: { readonly type: string }): boolean {
  return type === 'entry' || type === 'feature';
}
