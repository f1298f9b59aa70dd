import { dirname } from 'node:path';

type Extract = (code: string, file: string, defaultExtract?: Extract) => Iterable<string>;

const constructsWorkers = /\b(?:Thread|Restricted)?Worker\s*\(/;
const texts = /'([^'\n]*)'|"([^"\n]*)"|`([^`$\n]*)`/g;

/**
 * Jest's `dependencyExtractor`: what a file imports, and the worker scripts whose URLs stand in it. So `--watch`,
 * `--onlyChanged` and `--findRelatedTests` know which tests a worker script concerns.
 */
export const extract: Extract = (code, file, defaultExtract) => {
  const dependencies = new Set(defaultExtract?.(code, file));
  if (!constructsWorkers.test(code)) return dependencies;
  for (const [, ...groups] of code.matchAll(texts)) {
    const text = groups.find((group) => group !== undefined) ?? '';
    const script = text.includes('/') ? scriptAt(text, file) : undefined;
    if (script !== undefined) dependencies.add(script);
  }
  return dependencies;
};

/** A project that can't be read is told to the test that uses it. */
function scriptAt(url: string, file: string): string | undefined {
  try {
    // Loaded only for files that need it: Jest loads this module at the start of each run.
    const { openProject } = require('../project') as typeof import('../project');
    const script = openProject(dirname(file)).resolveScript(url, file);
    return script.kind === 'found' ? script.file : undefined;
  } catch {
    return undefined;
  }
}
