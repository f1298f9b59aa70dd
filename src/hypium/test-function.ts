/** A function of a test or a hook. How it is called is decided by its parameters: none, `done`, `data`, or `done, data`. */
export type TestFunction = (...args: never[]) => unknown;

/**
 * Runs a function of a test; the promise is fulfilled when it has returned, when what it returned is fulfilled, or, if it
 * takes a callback, when that was called.
 *
 * @param data what it is driven by, if it is.
 */
export async function runTestFunction(fn: TestFunction, data?: unknown): Promise<void> {
  const call = fn as (...args: unknown[]) => unknown;
  if (fn.length === 0) await call();
  else if (fn.length === 1 && firstParameter(fn) === 'data') await call(data);
  else await untilDone((done) => call(done, data));
}

function untilDone(run: (done: () => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const result = run(resolve);
    // A function that is `async` as well: what it throws counts, its end does not.
    if (typeof result === 'object') Promise.resolve(result).catch(reject);
  });
}

/** As it stands in the source, without comments. */
function firstParameter(fn: TestFunction): string | undefined {
  const source = String(fn).replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  const [, alone, first] = /^(?:async\s+)?([\w$]+)\s*=>|\(\s*([\w$]+)/.exec(source) ?? [];
  return alone ?? first;
}
