import { ToolError } from '../base';
import { type Compiler, loadCompiler } from './compiler';

/** What a file of ArkTS says that can't be parsed. */
export function syntaxError(
  ts: typeof Compiler,
  { start = 0, messageText }: Compiler.Diagnostic,
  text: string,
  fileName: string,
): ToolError {
  const lines = text.split(/\r\n|\r|\n/);
  const before = text.slice(0, start).split(/\r\n|\r|\n/);
  const [line = ''] = lines.slice(before.length - 1);
  const left = before.at(-1) ?? '';
  return new ToolError({
    code: 'FOW_ETS_SYNTAX',
    summary: `${fileName}:${before.length}:${left.length + 1} is no ArkTS: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    facts: [line, `${left.replace(/[^\t]/g, ' ')}^`],
    hint: 'see whether DevEco Studio compiles the file.',
  });
}

/** What the parser could not understand first; `undefined` if it has understood all. */
export function firstProblemIn(
  file: Compiler.SourceFile,
): { readonly start: number; readonly message: string } | undefined {
  // The compiler's own types leave it out; only a program would tell, which takes much longer.
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly Compiler.Diagnostic[] };
  const [first] = parseDiagnostics;
  if (first === undefined) return undefined;
  return { start: first.start ?? 0, message: loadCompiler().flattenDiagnosticMessageText(first.messageText, ' ') };
}
