import { posix } from 'node:path';
import { assertNever, type ToolErrorParts } from '../base';
import type { Application } from './application';
import type { ProjectModule } from './project-module';
import { placeBelow, placeOfRecord, type RecordPlace, recordName, recordPrefix } from './record-name';
import { type FailedRequest, otherBundle, scriptOutsideProject, unknownModule } from './script-problem';
import { suggestScript } from './script-suggestion';
import { relativeRecord, type ScriptUrl } from './script-url';
import { whyUnusable } from './unusable-url';

/** What a URL means in module mode, before any look for the script itself. */
export interface StageTarget {
  /** Whether the constructor checks that the record exists (P-4). */
  readonly checked: boolean;
  readonly record: string;
  /** As written. */
  readonly extension: string;
  /** The file that the record stands for. */
  readonly place: RecordPlace | undefined;
  /** Why there is no {@link place}. A function, since suggestions read the disk. */
  readonly whyNone: () => ToolErrorParts;
}

type UrlOf<Form extends ScriptUrl['form']> = Extract<ScriptUrl, { form: Form }>;

/** Names the record that a URL means (P-1 to P-6). `host` is the module that runs: HARs are packed into it (P-1). */
export class StageTargets {
  constructor(
    private readonly application: Application,
    private readonly host: string,
    private readonly request: FailedRequest,
  ) {}

  of(url: Exclude<ScriptUrl, { form: 'relative' }>): StageTarget {
    switch (url.form) {
      case 'har':
        return this.har(url);
      case 'bundle':
        return this.bundle(url);
      case 'module':
        return this.module(url);
      default:
        return assertNever(url);
    }
  }

  /** The folder of the caller's record and the URL, joined (P-2, P-10). */
  relative(url: UrlOf<'relative'>, caller: RecordPlace): StageTarget {
    const { application, host, request } = this;
    const folder = `${recordPrefix(application, host, caller.module)}/${posix.dirname(caller.path)}`;
    const record = relativeRecord(folder, url.stem);
    const place = placeOfRecord(application, host, record);
    return {
      checked: !record.includes('@'),
      record: place === undefined ? record : recordName(application, host, place),
      extension: url.extension,
      place,
      whyNone: () => scriptOutsideProject(request, `the record ${record}`, application.root),
    };
  }

  private har({ stem, extension }: UrlOf<'har'>): StageTarget {
    const hars = this.application.modules.filter(({ type }) => type === 'har');
    const place = firstPlace(hars, stem, (har) => [har.name, har.package.name, har.package.name.replace(/^@/, '')]);
    const record = this.record(place, `${this.host}@${stem}`);
    return { checked: false, record, extension, place, whyNone: () => this.unknown('HAR', stem, hars) };
  }

  private bundle({ stem, extension, bundle }: UrlOf<'bundle'>): StageTarget {
    const { modules, bundle: own = bundle } = this.application;
    const packedName = ({ type, name }: ProjectModule) => (type === 'har' ? `${this.host}@${name}` : name);
    const place = bundle === own ? firstPlace(modules, stem, (module) => [packedName(module)]) : undefined;
    const whyNone = () =>
      bundle === own ? this.unknown('module', stem, modules) : otherBundle(this.request, bundle, own);
    return { checked: false, record: this.record(place, stem, bundle), extension, place, whyNone };
  }

  private module(url: UrlOf<'module'>): StageTarget {
    const { stem, extension, checked } = url;
    const packaged = this.application.modules.filter(({ type, name }) => type !== 'har' || name === this.host);
    const unusable = checked ? whyUnusable(this.application, this.host, url) : undefined;
    const place = unusable === undefined ? firstPlace(packaged, stem, ({ name }) => [name]) : undefined;
    const whyNone = () => unusable?.(this.request) ?? this.unknown('module', stem, packaged);
    return { checked, record: this.record(place, stem), extension, place, whyNone };
  }

  private record(place: RecordPlace | undefined, text: string, bundle = this.application.bundle): string {
    if (place !== undefined) return recordName(this.application, this.host, place);
    return bundle === undefined || bundle === '' ? text : `${bundle}/${text}`;
  }

  private unknown(kind: 'module' | 'HAR', stem: string, known: readonly ProjectModule[]): ToolErrorParts {
    const names = known.map(({ name }) => name);
    const suggestion = suggestScript(this.application.modules, stem);
    return unknownModule(this.request, kind, stem.split('/')[0] ?? '', names, suggestion);
  }
}

function firstPlace(
  modules: readonly ProjectModule[],
  stem: string,
  namesOf: (module: ProjectModule) => readonly string[],
): RecordPlace | undefined {
  for (const module of modules) {
    const place = placeBelow(module, namesOf(module), stem);
    if (place !== undefined) return place;
  }
  return undefined;
}
