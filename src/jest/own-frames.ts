import { ownsFile } from './own-files';

type PrepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/** Of this package, or of the inspector, through which guarded code is called. */
function isOurs(file: string): boolean {
  return ownsFile(file) || file === 'node:inspector';
}

/**
 * Leaves the frames of this package out of the stacks that a realm makes, so that what a user sees begins with their
 * own code. Answers how to undo it. A stack of nothing but our frames stays as it is: it shows a bug of ours.
 */
export function hideOwnFrames(realmError: ErrorConstructor): () => void {
  const prepare = realmError.prepareStackTrace as PrepareStackTrace | undefined;
  if (prepare === undefined) return () => undefined;
  const filtered: PrepareStackTrace = (error, sites) => {
    const others = sites.filter((site) => !isOurs(site.getFileName() || site.getScriptNameOrSourceURL() || ''));
    return prepare(error, others.length === 0 ? sites : others);
  };
  realmError.prepareStackTrace = filtered as ErrorConstructor['prepareStackTrace'];
  return () => {
    if (realmError.prepareStackTrace === filtered) {
      realmError.prepareStackTrace = prepare as ErrorConstructor['prepareStackTrace'];
    }
  };
}
