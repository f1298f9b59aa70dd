import { checkUses } from './check-uses';
import type { Compiler } from './compiler';

/** What the compiler makes of a file: code that ends with a line for the source map, and the map as JSON. */
export interface Transpiled {
  readonly code: string;
  readonly map: string;
}

/** The file is compiled by itself: nothing is read from the disk, not even the types of the language. */
const alone = {
  isolatedModules: true,
  noLib: true,
  noResolve: true,
  types: [],
  suppressOutputPathCheck: true,
  allowNonTsExtensions: true,
} satisfies Compiler.CompilerOptions;

/**
 * Compiles a file as the compiler's own `transpileModule` does, but for its time: that one checks every type in the file
 * in order to know which imports are used, here only uses are looked at.
 *
 * @param refuse is called with what can't be parsed, before anything else; it throws.
 */
export function transpile(
  ts: typeof Compiler,
  file: Compiler.SourceFile,
  options: Compiler.CompilerOptions,
  transformers: Compiler.CustomTransformers,
  refuse: (diagnostic: Compiler.Diagnostic) => never,
): Transpiled {
  const transpiled = { code: '', map: '{}' };
  const write = (name: string, text: string) => {
    transpiled[name.endsWith('.map') ? 'map' : 'code'] = text;
  };
  const program = ts.createProgram([file.fileName], { ...options, ...alone }, hostOf(file, write));
  const [first] = program.getSyntacticDiagnostics(file);
  if (first !== undefined) refuse(first);
  checkUses(ts, program.getTypeChecker(), file);
  program.emit(undefined, undefined, undefined, undefined, transformers);
  return transpiled;
}

function hostOf(file: Compiler.SourceFile, writeFile: (name: string, text: string) => void): Compiler.CompilerHost {
  return {
    getSourceFile: () => file,
    writeFile,
    getDefaultLibFileName: () => 'lib.d.ts',
    useCaseSensitiveFileNames: () => false,
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => '',
    getNewLine: () => '\n',
    fileExists: (name) => name === file.fileName,
    readFile: () => '',
  };
}
