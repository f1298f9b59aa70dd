import { inspect, types } from 'node:util';

/** One short line that shows a value to a person: in the trace, in task lists and in errors. */
export function preview(value: unknown, maxLength = 80): string {
  // While anybody watches with async_hooks, as Jest does on some Nodes, promises carry symbols with what changes.
  if (types.isPromise(value)) return 'Promise {}';
  const text = types.isNativeError(value)
    ? errorLine(value)
    : inspect(value, {
        depth: 2,
        breakLength: Number.POSITIVE_INFINITY,
        compact: true,
        maxArrayLength: 6,
        maxStringLength: maxLength,
        customInspect: false,
        getters: false,
      }).replaceAll('\n', ' ');
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}

/** An error without its stack. */
function errorLine(error: Error): string {
  return `[${readable(error, 'name')}: ${readable(error, 'message')}]`.replaceAll('\n', ' ');
}

/** A getter of the user's may throw. */
function readable(error: Error, name: 'name' | 'message'): string {
  try {
    return String(error[name]);
  } catch {
    return '(unreadable)';
  }
}
