import { type Compiler, loadCompiler } from './compiler';
import { compilerOptions } from './compiler-options';

/**
 * The syntax tree of a file of ArkTS, TypeScript or JavaScript, by its ending; nodes know their parents. A file with
 * syntax errors gives what could be understood of it.
 */
export function parseSource(text: string, fileName: string): Compiler.SourceFile {
  return parseWith(compilerOptions(loadCompiler(), text), text, fileName, true);
}

/** @param withParents whether the nodes know their parents now; if not, they do once a program is asked about the file. */
export function parseWith(
  options: Compiler.CompilerOptions,
  text: string,
  fileName: string,
  withParents: boolean,
): Compiler.SourceFile {
  const ts = loadCompiler();
  return ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2021, withParents, kindOf(ts, fileName), options);
}

function kindOf(ts: typeof Compiler, fileName: string): Compiler.ScriptKind {
  if (fileName.endsWith('.ets')) return ts.ScriptKind.ETS;
  return fileName.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}
