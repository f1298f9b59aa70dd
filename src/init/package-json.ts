import { basename } from 'node:path';
import { ToolError } from '../base';

/** What npm writes where nobody has said how to test. */
const npmPlaceholder = 'echo "Error: no test specified" && exit 1';

const byteOrderMark = /^\uFEFF/;

export interface Manifest {
  readonly type?: string;
  readonly jest?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * Reads the text of a `package.json`, with or without a byte order mark; nothing reads as an empty one.
 *
 * @throws ToolError `FOW_PACKAGE_JSON_MALFORMED`
 */
export function parseManifest(file: string, text: string | undefined): Manifest {
  if (text === undefined) return {};
  try {
    const manifest: unknown = JSON.parse(text.replace(byteOrderMark, ''));
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest;
    throw new SyntaxError('it is no object');
  } catch (error) {
    throw new ToolError({
      code: 'FOW_PACKAGE_JSON_MALFORMED',
      summary: `Cannot read ${file}`,
      facts: [`reason: ${(error as Error).message.replaceAll('\n', ' ')}`],
      hint: "correct that file; npm can't read it either.",
    });
  }
}

/** The text of a new `package.json`. */
export function newManifest(folder: string, packages: Readonly<Record<string, string>>): string {
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const manifest = {
    name: name === '' ? 'app' : name,
    private: true,
    scripts: { test: 'jest' },
    devDependencies: packages,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * The text with what is missing added; `undefined` if nothing is. What is there stays, in its order unless packages are
 * added, which are sorted with the others as npm does; so do the indentation, line ends and the byte order mark.
 */
export function completeManifest(
  text: string,
  manifest: Manifest,
  packages: Readonly<Record<string, string>>,
): string | undefined {
  const { scripts = {}, devDependencies = {} } = manifest;
  const known = { ...manifest.optionalDependencies, ...manifest.dependencies, ...devDependencies };
  const needsTest = scripts.test === undefined || scripts.test === npmPlaceholder;
  const missing = Object.entries(packages).filter(([name]) => known[name] === undefined);
  if (!needsTest && missing.length === 0) return undefined;
  const added = Object.fromEntries(missing.map(matching(known.jest)));
  const complete = {
    ...manifest,
    ...(needsTest ? { scripts: { ...scripts, test: 'jest' } } : {}),
    ...(missing.length === 0 ? {} : { devDependencies: sorted({ ...devDependencies, ...added }) }),
  };
  const written = `${JSON.stringify(complete, null, indentOf(text))}\n`;
  return `${byteOrderMark.exec(text) ?? ''}${text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written}`;
}

/** A project that has a Jest gets the globals of the same one. */
function matching(jest: string | undefined) {
  return ([name, range]: [string, string]): [string, string] => [
    name,
    name === '@jest/globals' && jest !== undefined ? jest : range,
  ];
}

/** The script `test`, if it is another's and doesn't run Jest. */
export function foreignTest({ scripts = {} }: Manifest): string | undefined {
  const { test } = scripts;
  return test === undefined || test === npmPlaceholder || /\bjest\b/.test(test) ? undefined : test;
}

function sorted(packages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function indentOf(text: string): string {
  return /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
}
