import { isInside, slashedPath } from './folder-path';
import { callerNotCompiled } from './script-note';
import { scriptNotFound, scriptOutsideProject } from './script-problem';
import type { ScriptRequest, ScriptResolution } from './script-resolution';
import { findSources, liesIn } from './source-search';

/** A path on disk that belongs to no module: a script that only tests have. */
export interface DiskTarget {
  /** The script must lie in one of these. Its record is its path below the one that holds it. */
  readonly folders: readonly [root: string, ...others: string[]];
  /** Absolute: whose path it is. */
  readonly callingFile: string;
  /** Absolute, without the extension. */
  readonly path: string;
  /** As written. */
  readonly extension: string;
}

/** Resolves a relative URL that was written in a file that no device has, against that file's folder on disk. */
export function resolveBeside({ url, show }: ScriptRequest, target: DiskTarget): ScriptResolution {
  const { folders, callingFile, path, extension } = target;
  const calledFrom = show(callingFile);
  const failed = { url, calledFrom };
  const refuseAsOutside = (leadsTo: string): ScriptResolution => ({
    kind: 'refused',
    problem: scriptOutsideProject(failed, leadsTo, folders[0]),
  });

  const folder = folders.find((candidate) => isInside(candidate, path));
  if (folder === undefined) return refuseAsOutside(`${path}${extension}`);
  const record = slashedPath(folder, path);
  const [source] = findSources(folder, record, extension);
  if (source === undefined) {
    return { kind: 'refused', record, problem: scriptNotFound(failed, [show(path)], undefined, undefined) };
  }
  if (!liesIn(folders, source)) return refuseAsOutside(source.realPath);
  const note = callerNotCompiled(show(source.path), calledFrom, undefined);
  return { kind: 'found', model: 'stage', file: source.realPath, record, notes: [note] };
}
