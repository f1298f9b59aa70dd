/**
 * The stack as the device writes it: the frames alone, without the header that V8 puts before them. A stack that is no
 * error's was made up, and stays as it is; one that can't be read is none.
 */
export function backtraceOf(thrown: object): unknown {
  try {
    const { stack, message } = thrown as { readonly stack?: unknown; readonly message?: unknown };
    return typeof stack === 'string' && typeof message === 'string' && isError(thrown)
      ? withoutHeader(stack, message)
      : stack;
  } catch {
    return undefined;
  }
}

function withoutHeader(stack: string, message: string): string {
  const at = stack.indexOf(message);
  if (at < 0 || stack.lastIndexOf('\n', at) >= 0) return stack;
  const end = stack.indexOf('\n', at + message.length);
  return end < 0 ? '' : stack.slice(end + 1);
}

/** Of whatever realm. */
function isError(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Error]';
}
