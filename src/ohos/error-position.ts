import type { AppProcess } from './app-process';
import { argument } from './arguments';
import type { ErrorPosition } from './guest';
import { backtraceOf } from './guest/backtrace';
import type { JsThread } from './js-thread';

/**
 * Where a value was thrown. An error made by the engine says so itself: its message can hold anything. The text
 * of a stack is read only where there is nothing else.
 */
export function positionOf(app: AppProcess, thread: JsThread, thrown: unknown): ErrorPosition | undefined {
  const frame = thread.realm?.framesOf(thrown)[0];
  if (frame !== undefined) {
    return { filename: app.ports.relativePath(frame.file), lineno: frame.line, colno: frame.column };
  }
  const keepsCallSites = thread.realm?.isolated === true;
  const readsText = keepsCallSites || !app.ports.primitives.types.isNativeError(thrown);
  return readsText && argument.isObject(thrown) ? positionInText(backtraceOf(thrown)) : undefined;
}

/** The first group in parentheses, split at its last two colons. */
function positionInText(stack: unknown): ErrorPosition | undefined {
  if (typeof stack !== 'string') return undefined;
  const [, group = ''] = /\(([^)]*)\)/.exec(stack) ?? [];
  const [, filename, lineno, colno] = /^(.*):(\d+):(\d+)$/s.exec(group) ?? [];
  return filename === undefined ? undefined : { filename, lineno: Number(lineno), colno: Number(colno) };
}
