import { alignedFacts, workerListIn } from './script-problem';
import type { ResolutionNote } from './script-resolution';

/** The module registers no scripts at all, so none could be refused. */
export function noWorkerList(file: string, profile: string, entry: string): ResolutionNote {
  return {
    code: 'FOW_NO_WORKER_LIST',
    summary: `Worker script ${file} is registered nowhere`,
    facts: alignedFacts([['no list in', workerListIn(profile)]]),
    hint: `add "./${entry}" there: on a device only scripts that are listed or imported exist.`,
  };
}

/** How a script comes to be compiled that the module's list does not name. */
export interface CompiledAs {
  readonly importedBy: string | undefined;
  /** An entry of the list with another extension. */
  readonly listedAs: string | undefined;
}

/** The module's list lacks a script that exists all the same, since it is compiled (P-8). */
export function scriptNotListed(
  file: string,
  { importedBy, listedAs }: CompiledAs,
  profile: string,
  entry: string,
): ResolutionNote {
  const listed = listedAs !== undefined;
  return {
    code: 'FOW_SCRIPT_NOT_LISTED',
    summary: `Worker script ${file} is not listed; it exists because it is compiled anyway`,
    facts: alignedFacts([
      ['not listed in', workerListIn(profile)],
      listed
        ? ['listed there', `./${listedAs}`]
        : ['imported by', importedBy ?? 'nothing: it is a page, an ability or the like, with which the build begins'],
    ]),
    hint: listed
      ? `write "./${entry}" there, with the extension that the file has.`
      : `add "./${entry}" to that list, as DevEco asks for.`,
  };
}

/** A test or another file that no device has called `new` with a relative path. */
export function callerNotCompiled(file: string, calledFrom: string, deviceUrl: string | undefined): ResolutionNote {
  return {
    code: 'FOW_CALLER_NOT_COMPILED',
    summary: `Worker script ${file} was found on disk only`,
    facts: alignedFacts([['called from', `${calledFrom}, which is compiled into no module`]]),
    hint:
      deviceUrl === undefined
        ? "on a device a script lies in the ets folder of the application's module."
        : `application code writes "${deviceUrl}".`,
  };
}

/** A script of another HAP: not supported, though the path is well formed (P-9). */
export function scriptOfOtherHap(file: string, module: string, callingModule: string): ResolutionNote {
  return {
    code: 'FOW_SCRIPT_IN_OTHER_HAP',
    summary: `Worker script ${file} lies in another HAP`,
    facts: alignedFacts([
      ['called from module', callingModule],
      ['script in module', module],
    ]),
    hint: 'the platform supports scripts of the own HAP, of a HAR or of an HSP.',
  };
}
