import { Script } from 'node:vm';

/** What a script that awaits at its top level exports. */
export interface AsyncScript {
  start(): Promise<void>;
  /** Who watches a run hears of an error that comes later; what `claim` refuses stays an unhandled rejection. */
  watch(run: Promise<void>, claim: (error: unknown) => boolean): void;
}

/**
 * Whether code, compiled as CommonJS, awaits at its top level. There `await (x)` would be a call; in a static block it
 * is an error as any other `await` is.
 */
export function hasTopLevelAwait(code: string): boolean {
  return (
    /\bawait\b/.test(code) && !compiles(`class Module { static {${code}\n} }`) && compiles(`async () => {${code}\n}`)
  );
}

/** The code as the async function of an {@link AsyncScript}, on the same lines. Promises and jobs are the realm's. */
export function inAsyncFunction(code: string): string {
  const claimed = '(error) => { if (!claim(error)) throw error; }';
  return `module.exports = { watch: (run, claim) => void run.then(undefined, ${claimed}), start: async () => {${code}\n} };`;
}

function compiles(code: string): boolean {
  try {
    new Script(code);
    return true;
  } catch {
    return false;
  }
}
