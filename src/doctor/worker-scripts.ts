import { importTarget, valueImports } from './imports';
import type { Source } from './source';
import type { Sources } from './sources';

/** A source that a worker loads at its start. */
export interface LoadedSource {
  readonly source: Source;
  /** The script of the worker. */
  readonly script: Source;
  /** The sources between the two, without both. */
  readonly through: readonly Source[];
}

/** What the sources of worker scripts load, followed once for each script. */
export class WorkerScripts {
  readonly #loaded = new Map<Source, readonly LoadedSource[]>();

  constructor(private readonly sources: Sources) {}

  /** The script itself and all that it imports, and those import, nearest first. */
  loadedBy(script: Source): readonly LoadedSource[] {
    const known = this.#loaded.get(script);
    if (known !== undefined) return known;
    const loaded = [...this.#follow(script)];
    this.#loaded.set(script, loaded);
    return loaded;
  }

  /** Whether code of a worker may stop it: somewhere it says `close`. */
  mayClose(script: Source): boolean {
    return this.loadedBy(script).some(({ source }) => /\bclose\b/.test(source.text));
  }

  #follow(script: Source): Iterable<LoadedSource> {
    const loaded = new Map<Source, LoadedSource>([[script, { source: script, script, through: [] }]]);
    // A map's iteration comes to what is added meanwhile.
    for (const { source, through } of loaded.values()) {
      for (const { from } of valueImports(source)) {
        const target = importTarget(this.sources, source, from);
        if (target === undefined || loaded.has(target)) continue;
        loaded.set(target, { source: target, script, through: source === script ? [] : [...through, source] });
      }
    }
    return loaded.values();
  }
}
