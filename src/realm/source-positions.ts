import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourcePosition } from './realm';

/** Maps positions through the source maps that Jest's transforms left on disk; each map is read once. */
export class SourcePositions {
  readonly #maps = new Map<string, TraceMap>();

  /** `mapOf` answers the path of a compiled file's source map. */
  constructor(private readonly mapOf: (file: string) => string | undefined) {}

  readonly map = (compiled: SourcePosition): SourcePosition | undefined => {
    const mapFile = this.mapOf(compiled.file);
    if (mapFile === undefined) return undefined;
    const found = originalPositionFor(this.#read(mapFile), { line: compiled.line, column: compiled.column - 1 });
    if (found.source === null) return undefined;
    return { file: resolve(dirname(compiled.file), found.source), line: found.line, column: found.column + 1 };
  };

  #read(mapFile: string): TraceMap {
    const known = this.#maps.get(mapFile);
    if (known !== undefined) return known;
    const map = new TraceMap(readFileSync(mapFile, 'utf8'));
    this.#maps.set(mapFile, map);
    return map;
  }
}
