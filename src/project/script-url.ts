import { TextEncoder } from 'node:util';
/** What a source file may end in, in the order in which a path without an extension is tried (P-54). */
export const sourceExtensions = ['.ets', '.ts', '.js'] as const;

/** A script URL of the Stage model, taken apart as text. `stem` is the path without `extension`. */
export type ScriptUrl =
  /** `@har/ets/w.ets` (P-1): `stem` begins with the HAR's name. Never checked at construction (P-4). */
  | { readonly form: 'har'; readonly stem: string; readonly extension: string }
  /** `@bundle:com.example/entry/ets/w.ets` (P-28): `stem` begins with the module's name. Never checked (P-4). */
  | { readonly form: 'bundle'; readonly bundle: string; readonly stem: string; readonly extension: string }
  /** Anything that begins with a dot (P-2). */
  | { readonly form: 'relative'; readonly stem: string; readonly extension: string }
  /** `entry/ets/w.ets` (P-3, P-5). `rooted`: a leading `/` was written. */
  | {
      readonly form: 'module';
      readonly stem: string;
      readonly extension: string;
      readonly rooted: boolean;
      /** False for a string that contains `@` or begins with `pkg_modules` (P-4). */
      readonly checked: boolean;
    };

const bundleMark = '@bundle:';

/** Takes a script URL apart by the rules of module mode (P-1 to P-5). The text is already {@link cutUrl cut}. */
export function parseScriptUrl(text: string): ScriptUrl {
  if (text.startsWith(bundleMark)) return parseBundleUrl(text);
  if (text.startsWith('@') && !text.includes(bundleMark)) return { form: 'har', ...splitSource(text.slice(1)) };
  if (text.startsWith('.')) return { form: 'relative', ...splitSource(text) };
  return {
    form: 'module',
    ...splitAtLastDot(text.replace(/^\/+/, '')),
    rooted: text.startsWith('/'),
    checked: !text.includes('@') && !text.startsWith('pkg_modules'),
  };
}

/** What counts of a URL: a script is found whatever the extension (P-5, P-54). */
export function withoutExtension(url: string): string {
  const text = cutUrl(url);
  return text.slice(0, text.length - parseScriptUrl(text).extension.length);
}

/** The platform reads the URL as a C string of at most 1024 UTF-8 bytes (E-7). */
export function cutUrl(url: string): string {
  const untilNul = url.split('\0', 1)[0] ?? '';
  return untilNul.slice(0, new TextEncoder().encodeInto(untilNul, new Uint8Array(1024)).read);
}

/**
 * Adds a relative URL to the folder part of a record: empty segments and `.` vanish, `..` pops one segment, and a
 * surplus `..` is dropped (P-2).
 */
export function relativeRecord(folderRecord: string, stem: string): string {
  const segments: string[] = [];
  for (const segment of `${folderRecord}/${stem}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** `path` without its last dot and what follows, wherever in the string that dot is (P-5, P-62). */
export function splitAtLastDot(path: string): { stem: string; extension: string } {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? { stem: path, extension: '' } : { stem: path.slice(0, dot), extension: path.slice(dot) };
}

/** `path` without a final `.ets`, `.ts` or `.js`; any other ending belongs to the stem (P-2). */
export function splitSource(path: string): { stem: string; extension: string } {
  const extension = sourceExtensions.find((ending) => path.endsWith(ending)) ?? '';
  return { stem: path.slice(0, path.length - extension.length), extension };
}

function parseBundleUrl(text: string): ScriptUrl {
  const path = text.slice(bundleMark.length);
  const slash = path.indexOf('/');
  const bundle = slash === -1 ? path : path.slice(0, slash);
  return { form: 'bundle', bundle, ...splitSource(slash === -1 ? '' : path.slice(slash + 1)) };
}
