import { inspect } from 'node:util';

const placeholder = /%(?:\{(public|private)\})?([a-zA-Z])|%%/g;

/**
 * A log line as `hilog` writes it: an argument shows where its placeholder is `%{public}…`; else `<private>` stands for
 * it. `d` and `i` take numbers, `s` primitive values, `o`, `O` and `j` objects.
 */
export function formatLog(format: string, args: readonly unknown[]): string {
  let next = 0;
  return format.replace(placeholder, (text, privacy: string | undefined, kind: string | undefined) => {
    if (kind === undefined) return '%';
    if (next >= args.length) return text;
    const value = args[next++];
    return privacy === 'public' ? shown(kind, value) : '<private>';
  });
}

function shown(kind: string, value: unknown): string {
  if (kind === 'd' || kind === 'i') return isNumeric(value) ? String(value) : 'NaN';
  if (kind === 's') return typeof value === 'object' && value !== null ? inspect(value) : String(value);
  return typeof value === 'object' && value !== null ? jsonOf(value) : String(value);
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'bigint';
}

function jsonOf(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    return inspect(value);
  }
}
