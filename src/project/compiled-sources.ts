import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { importedNames } from './imported-names';
import type { ProjectModule } from './project-module';
import { splitSource } from './script-url';
import { findSources } from './source-search';

/** What is known of a source that a build compiles. */
export interface CompiledSource {
  /** Absolute and real; `undefined` for a source where the build begins. */
  readonly importedBy: string | undefined;
}

/**
 * The sources that are compiled into an application without a word in a list of workers (P-8). Imports are followed
 * when somebody first asks, which is when a script would be refused.
 */
export class CompiledSources {
  #sources: ReadonlyMap<string, CompiledSource> | undefined;

  constructor(private readonly modules: readonly ProjectModule[]) {}

  /** @param file absolute and real. */
  get(file: string): CompiledSource | undefined {
    this.#sources ??= this.#follow();
    return this.#sources.get(file);
  }

  #follow(): ReadonlyMap<string, CompiledSource> {
    const main = this.modules.filter(({ sourceSet }) => sourceSet === 'main');
    const begin = main.flatMap(({ folder, workers = [], entries }) => [
      ...entries,
      ...workers.map((worker) => join(folder, worker)),
    ]);
    const sources = new Map<string, CompiledSource>();
    const add = (path: string, source: CompiledSource): void => {
      const file = sourceAt(path);
      if (file !== undefined && !sources.has(file)) sources.set(file, source);
    };
    for (const path of begin) add(path, { importedBy: undefined });
    // A map's iteration comes to what is added meanwhile.
    for (const importedBy of sources.keys()) {
      for (const name of importedNames(readFileSync(importedBy, 'utf8'))) {
        const path = this.#pathOf(name, importedBy);
        if (path !== undefined) add(path, { importedBy });
      }
    }
    return sources;
  }

  /** A relative import, or a file of a module that is named by its package. What a package exports is an entry anyway. */
  #pathOf(name: string, importedBy: string): string | undefined {
    if (name.startsWith('.')) return resolve(dirname(importedBy), name);
    for (const module of this.modules) {
      const prefix = [module.package.name, module.name].find((candidate) => name.startsWith(`${candidate}/`));
      if (prefix !== undefined) return join(module.folder, name.slice(prefix.length + 1));
    }
    return undefined;
  }
}

/** The real path of the source that an import means: a file with or without its extension, or the index of a folder. */
function sourceAt(path: string): string | undefined {
  const { stem, extension } = splitSource(basename(path));
  const [source] = [...findSources(dirname(path), stem, extension), ...findSources(path, 'index', '')];
  return source?.realPath;
}
