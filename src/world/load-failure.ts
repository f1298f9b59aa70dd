import { stripVTControlCharacters } from 'node:util';
import { isToolError, ToolError } from '../base';
import type { WorkerRecord } from '../ohos';

/** A script that a compiler refused: it would never have got onto a device. */
export function describeLoadFailure(worker: WorkerRecord, error: unknown): ToolError {
  if (isToolError(error)) return copyOf(error);
  const text = error instanceof Error || hasMessage(error) ? error.message : String(error);
  const problem = new ToolError({
    code: 'FOW_SCRIPT_NOT_COMPILED',
    summary: `Cannot compile the worker script ${JSON.stringify(worker.url)}`,
    facts: plainLines(text),
    hint: 'mend the source; the app would not have been built.',
  });
  problem.cause = error;
  return problem;
}

/** One of the test's realm, with the frames of the worker. */
function copyOf(error: ToolError): ToolError {
  const copy = new ToolError(error.parts);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  if (frames.length > 0) copy.stack = [String(copy), ...frames].join('\n');
  return copy;
}

/** Compilers colour their messages. */
function plainLines(text: string): string[] {
  const lines = stripVTControlCharacters(text).split('\n');
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '');
}

function hasMessage(value: unknown): value is { message: string } {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'message') === 'string';
}
