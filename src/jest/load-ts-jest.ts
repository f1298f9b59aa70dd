import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';
import { ToolError } from '../base';

export type TsJest = typeof import('ts-jest');

/**
 * The ts-jest of the user's project, or else the one that stands beside us, with a TypeScript that it can use.
 *
 * @throws ToolError `FOW_TS_JEST_MISSING`
 */
export function loadTsJest(rootDir: string): TsJest {
  const path = resolveTsJest(rootDir);
  const require = createRequire(path);
  let ts: Partial<typeof TypeScript>;
  try {
    ts = require('typescript');
  } catch (error) {
    throw missing(`typescript can't be loaded: ${firstLine(error)}`);
  }
  if (typeof ts.createLanguageService !== 'function') {
    throw missing(
      `typescript ${ts.version} was found: ${require.resolve('typescript')}`,
      'TypeScript 7 has no compiler API that ts-jest can use',
    );
  }
  return require(path);
}

function resolveTsJest(rootDir: string): string {
  for (const from of [join(rootDir, 'package.json'), __filename]) {
    try {
      return createRequire(from).resolve('ts-jest');
    } catch {}
  }
  throw missing(`ts-jest can't be found from ${rootDir}`);
}

function missing(...facts: string[]): ToolError {
  return new ToolError({
    code: 'FOW_TS_JEST_MISSING',
    summary: 'Cannot compile TypeScript for Jest',
    facts,
    hint: 'npm i -D ts-jest typescript@6',
  });
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}
