import { ToolError, type ToolErrorParts } from '../base';
import { sourceExtensions } from './script-url';

const writeFromModule = 'write it from the name of a module, as in "entry/ets/workers/worker.ets".';

type Fact = readonly [label: string, value: string];

/** What a problem says about the request that failed. */
export interface FailedRequest {
  readonly url: string;
  /** Already as shown to the user; given where the path counts from it. */
  readonly calledFrom?: string | undefined;
}

/** A module's list of scripts, and the file that it stands in as shown to the user. */
export interface ShownList {
  readonly profile: string;
  readonly entries: readonly string[];
}

export function scriptNotFound(
  request: FailedRequest,
  lookedFor: readonly string[],
  list: ShownList | undefined,
  suggestion: string | undefined,
): ToolErrorParts {
  const facts = lookedFor.map((stem, index): Fact => [index === 0 ? 'looked for' : 'then for', anyExtension(stem)]);
  const create = list === undefined ? 'create that file.' : `create that file and list it in ${list.profile}.`;
  if (list !== undefined) facts.push(['listed', enumerateEntries(list.entries)]);
  return cannotStart(request, 'FOW_SCRIPT_NOT_FOUND', facts, didYouMean(suggestion) ?? create);
}

export function scriptNotRegistered(
  request: FailedRequest,
  found: { readonly shown: string; readonly entry: string },
  list: ShownList,
): ToolErrorParts {
  const facts: Fact[] = [
    ['found on disk', found.shown],
    ['not listed in', workerListIn(list.profile)],
    ['listed there', enumerateEntries(list.entries)],
    ['imported by', 'nothing that is compiled'],
  ];
  return cannotStart(request, 'FOW_SCRIPT_NOT_REGISTERED', facts, `add "./${found.entry}" to that list.`);
}

export function scriptOutsideProject(request: FailedRequest, leadsTo: string, root: string): ToolErrorParts {
  const facts: Fact[] = [
    ['leads to', leadsTo],
    ['project', root],
  ];
  return cannotStart(request, 'FOW_SCRIPT_OUTSIDE_PROJECT', facts, 'move the script into a module of the project.');
}

/** The text of the URL can name no script, whatever is on disk. */
export function unusableUrl(request: FailedRequest, reason: string, suggestion: string | undefined): ToolErrorParts {
  const hint = didYouMean(suggestion) ?? writeFromModule;
  return cannotStart(request, 'FOW_SCRIPT_URL_UNUSABLE', [['reason', reason]], hint);
}

/** The same in bundle mode, where a path begins below the ability's folder. */
export function unusableFaUrl(request: FailedRequest, left: string, suggestion: string | undefined): ToolErrorParts {
  const reason = `"${left}", which is left of it, names no file below the ability's folder`;
  const hint = didYouMean(suggestion) ?? 'write it from the ability\'s folder, as in "workers/worker.ets".';
  return cannotStart(request, 'FOW_SCRIPT_URL_UNUSABLE', [['reason', reason]], hint);
}

export function unknownModule(
  request: FailedRequest,
  kind: 'module' | 'HAR',
  name: string,
  known: readonly string[],
  suggestion: string | undefined,
): ToolErrorParts {
  const facts: Fact[] = [
    [`no ${kind} is called`, JSON.stringify(name)],
    [`${kind}s of the project`, enumerate(known)],
  ];
  const form = kind === 'HAR' ? '"@har/ets/workers/worker.ets"' : '"entry/ets/workers/worker.ets"';
  const hint = didYouMean(suggestion) ?? `begin the path with the name of one of them, as in ${form}.`;
  return cannotStart(request, 'FOW_MODULE_UNKNOWN', facts, hint);
}

export function otherBundle(request: FailedRequest, bundle: string, own: string): ToolErrorParts {
  const facts: Fact[] = [
    ['bundle in the path', JSON.stringify(bundle)],
    ['bundle of the project', JSON.stringify(own)],
  ];
  return cannotStart(request, 'FOW_OTHER_BUNDLE', facts, "another application's scripts can't be run here.");
}

export function callingFileUnknown(request: FailedRequest): ToolErrorParts {
  const reason = "the path counts from the file that calls new, and the stack doesn't show that file";
  return cannotStart(request, 'FOW_CALLING_FILE_UNKNOWN', [['reason', reason]], writeFromModule);
}

export function noProject(request: FailedRequest, start: string, searchDepth: number): ToolErrorParts {
  const facts: Fact[] = [
    ['looked for', 'build-profile.json5, src/main/module.json5, src/main/config.json'],
    ['looked in', `${start}, the folders above it and ${searchDepth} levels below it`],
  ];
  const hint = "call workers.configure({ project: { root: 'path/to/app' } }), or add the app's build-profile.json5.";
  return cannotStart(request, 'FOW_NO_PROJECT', facts, hint);
}

/** @param root the option as it was given; `folder` what it leads to. */
export function noSuchFolder(root: string, folder: string, startFolder: string): ToolError {
  return new ToolError({
    code: 'FOW_NO_PROJECT',
    summary: `The option "project.root" is ${JSON.stringify(root)}, and there is no such folder`,
    facts: [`looked for: ${folder}`],
    hint: `give the folder of the app's build-profile.json5, absolute or relative to ${startFolder}.`,
  });
}

export function severalProjects(request: FailedRequest, roots: readonly string[]): ToolErrorParts {
  const hint = "say which is meant: workers.configure({ project: { root: 'path/to/app' } }).";
  return cannotStart(request, 'FOW_SEVERAL_PROJECTS', [['projects', enumerate(roots)]], hint);
}

/** Where in a module's build profile the list stands. */
export function workerListIn(profile: string): string {
  return `${profile} > buildOption.sourceOption.workers`;
}

/** Facts as lines with their values below each other. */
export function alignedFacts(facts: readonly Fact[]): readonly string[] {
  const width = Math.max(...facts.map(([label]) => label.length)) + 1;
  return facts.map(([label, value]) => `${`${label}:`.padEnd(width)} ${value}`);
}

function cannotStart(request: FailedRequest, code: string, facts: readonly Fact[], hint: string): ToolErrorParts {
  const { url, calledFrom } = request;
  const all: readonly Fact[] = calledFrom === undefined ? facts : [...facts, ['called from', calledFrom]];
  return { code, summary: `Cannot start worker ${JSON.stringify(url)}`, facts: alignedFacts(all), hint };
}

function didYouMean(suggestion: string | undefined): string | undefined {
  return suggestion === undefined ? undefined : `did you mean "${suggestion}"?`;
}

function anyExtension(stem: string): string {
  return `${stem}.{${sourceExtensions.map((extension) => extension.slice(1)).join(',')}}`;
}

function enumerateEntries(entries: readonly string[]): string {
  return enumerate(entries.map((entry) => `./${entry}`));
}

function enumerate(names: readonly string[], limit = 5): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, limit).join(', ');
  return names.length > limit ? `${shown} and ${names.length - limit} more` : shown;
}
