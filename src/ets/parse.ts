import { type Compiler, loadCompiler } from './compiler';
import { compilerOptions } from './compiler-options';

/**
 * The syntax tree of a file of ArkTS, TypeScript or JavaScript, by its ending; nodes know their parents. A file with
 * syntax errors gives what could be understood of it.
 */
export function parseSource(text: string, fileName: string): Compiler.SourceFile {
  const ts = loadCompiler();
  const options = compilerOptions(ts, text);
  return ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2021, true, kindOf(ts, fileName), options);
}

function kindOf(ts: typeof Compiler, fileName: string): Compiler.ScriptKind {
  if (fileName.endsWith('.ets')) return ts.ScriptKind.ETS;
  return fileName.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}
