import { Script } from 'node:vm';

/** What a script that awaits at its top level exports: who calls it hears of an error that comes later. */
export type AsyncScript = (claim: (error: unknown) => boolean) => void;

/**
 * Whether code, compiled as CommonJS, awaits at its top level. There `await (x)` would be a call; in a static block it
 * is an error as any other `await` is.
 */
export function hasTopLevelAwait(code: string): boolean {
  return (
    /\bawait\b/.test(code) && !compiles(`class Module { static {${code}\n} }`) && compiles(`async () => {${code}\n}`)
  );
}

/**
 * The code as one async function, on the same lines. It exports an {@link AsyncScript}, made in the script's realm so
 * that the promise jobs belong to it: what `claim` refuses stays an unhandled rejection.
 */
export function inAsyncFunction(code: string): string {
  const claimed = '(error) => { if (!claim(error)) throw error; }';
  return `module.exports = ((done) => (claim) => void done.then(undefined, ${claimed}))((async () => {${code}\n})());`;
}

function compiles(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
