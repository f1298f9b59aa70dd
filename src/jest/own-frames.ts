import { runInThisContext } from 'node:vm';
import { ownsFile } from './own-files';

type PrepareStackTrace = (error: Error, sites: NodeJS.CallSite[]) => unknown;

/** Node's own class: it asks this one for the stacks of realms that say nothing, and Jest's console makes its own with it. */
const outerError = runInThisContext('Error') as ErrorConstructor;

const fakeTimers = /[\\/]node_modules[\\/]@sinonjs[\\/]fake-timers[\\/]/;

/** Of this package, of the inspector, through which guarded code is called, or of Jest's timers, which fire ours. */
function isOurs(file: string): boolean {
  return ownsFile(file) || file === 'node:inspector' || fakeTimers.test(file);
}

function fileOf(site: NodeJS.CallSite): string {
  return site.getFileName() || site.getScriptNameOrSourceURL() || '';
}

/** A builtin function, such as `Array.map`, is of whoever calls it. */
function usersFrames(sites: readonly NodeJS.CallSite[]): NodeJS.CallSite[] {
  return sites.filter((_, index) => {
    const file = sites
      .slice(index)
      .map(fileOf)
      .find((each) => each !== '');
    return file === undefined || !isOurs(file);
  });
}

/**
 * Leaves the frames of this package out of the stacks that a realm makes, so that what a user sees begins with their
 * own code. Answers how to undo it. A stack of nothing but our frames stays as it is: it shows a bug of ours.
 */
export function hideOwnFrames(realmError: ErrorConstructor): () => void {
  const prepare = (realmError.prepareStackTrace ?? outerError.prepareStackTrace) as PrepareStackTrace | undefined;
  if (prepare === undefined) return () => undefined;
  const filtered: PrepareStackTrace = (error, sites) => {
    const others = usersFrames(sites);
    return prepare(error, others.length === 0 ? sites : others);
  };
  realmError.prepareStackTrace = filtered as ErrorConstructor['prepareStackTrace'];
  return () => {
    if (realmError.prepareStackTrace === filtered) {
      realmError.prepareStackTrace = prepare as ErrorConstructor['prepareStackTrace'];
    }
  };
}

/** Lets Jest's console, whose stacks are made outside of every realm, show where user code was when it prints. */
export function printWithoutOwnFrames(print: () => void): void {
  const undo = hideOwnFrames(outerError);
  try {
    print();
  } finally {
    undo();
  }
}

/** Lets Jest's console show no stack below what it prints: nobody's code has caused it. */
export function printWithoutFrames(print: () => void): void {
  const { stackTraceLimit } = outerError;
  outerError.stackTraceLimit = 0;
  try {
    print();
  } finally {
    outerError.stackTraceLimit = stackTraceLimit;
  }
}
