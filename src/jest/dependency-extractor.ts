import { dirname } from 'node:path';
import { openProject, type Project } from '../project';

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

/**
 * Jest keeps what {@link extract} has answered until the file changes, or this. The same text leads to other scripts when
 * the project's modules or their lists of workers are others.
 */
export function getCacheKey(): string {
  return readProject(process.cwd(), ({ modules }) => JSON.stringify(modules)) ?? 'no project';
}

function scriptAt(url: string, file: string): string | undefined {
  const script = readProject(dirname(file), (project) => project.resolveScript(url, file));
  return script?.kind === 'found' ? script.file : undefined;
}

/** A project that can't be read is told to the test that uses it. */
function readProject<T>(folder: string, read: (project: Project) => T): T | undefined {
  try {
    return read(openProject(folder));
  } catch {
    return undefined;
  }
}
