import type * as Compiler from 'ohos-typescript';

export type { Compiler };

let loaded: typeof Compiler | undefined;

/** OpenHarmony's own TypeScript, which knows the grammar of ArkTS. Loading it takes a quarter of a second. */
export function loadCompiler(): typeof Compiler {
  loaded ??= require('ohos-typescript') as typeof Compiler;
  return loaded;
}

/** Known without loading it. */
export function compilerVersion(): string {
  const { version } = require('ohos-typescript/package.json') as { version: string };
  return version;
}
