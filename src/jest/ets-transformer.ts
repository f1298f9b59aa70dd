import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { SyncTransformer, TransformedSource, TransformOptions } from '@jest/transform';
import { compileEts, compilerVersion } from '../ets';

/** What Jest calls; made by {@link createTransformer}. */
export type EtsTransformer = Required<Pick<SyncTransformer, 'process' | 'getCacheKey' | 'canInstrument'>>;

/**
 * Jest's transform for `.ets` files: ArkTS, compiled one file at a time with OpenHarmony's own TypeScript, which is loaded
 * with the first file that is not in Jest's cache. Types are not checked.
 *
 * Errors: `FOW_ETS_SYNTAX`, with line and column, for a file that can't be parsed.
 */
export function createTransformer(): EtsTransformer {
  return { canInstrument: false, process: compile, getCacheKey };
}

/** Jest takes the default export of a module that was compiled from ESM. */
export default { createTransformer };

function compile(text: string, file: string, { config }: TransformOptions): TransformedSource {
  return { code: compileEts(text, file, relative(config.rootDir, file).replaceAll('\\', '/')) };
}

/** The path too: it stands in the source map, and in what a syntax error says. */
function getCacheKey(text: string, file: string, { config, instrument }: TransformOptions): string {
  const path = relative(config.rootDir, file);
  return createHash('sha256')
    .update([ownHash(), compilerVersion(), config.rootDir, path, String(instrument), text].join('\0'))
    .digest('hex')
    .slice(0, 32);
}

let hashOfOwnFile: string | undefined;

function ownHash(): string {
  hashOfOwnFile ??= createHash('sha256').update(readFileSync(__filename)).digest('hex');
  return hashOfOwnFile;
}
