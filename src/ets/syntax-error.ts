import { ToolError } from '../base';
import type { Compiler } from './compiler';

/** What a file of ArkTS says that can't be parsed. */
export function syntaxError(
  ts: typeof Compiler,
  { start = 0, messageText }: Compiler.Diagnostic,
  text: string,
  fileName: string,
): ToolError {
  const before = text.slice(0, start).split('\n');
  const column = before.at(-1)?.length ?? 0;
  const line = text.split('\n')[before.length - 1] ?? '';
  return new ToolError({
    code: 'FOW_ETS_SYNTAX',
    summary: `${fileName}:${before.length}:${column + 1} is no ArkTS: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    facts: [line, `${' '.repeat(column)}^`],
    hint: 'see whether DevEco Studio compiles the file.',
  });
}
