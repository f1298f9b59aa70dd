import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

export const sourceRoot = resolve(__dirname, '../../src');

export interface ImportStatement {
  /** As it is written. */
  readonly specifier: string;
  /** The imported file, relative to src/, when it is one of ours. */
  readonly target: string | undefined;
  /** It vanishes in the compiled code. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** Relative to src/, with forward slashes. */
  readonly path: string;
  /** Its folder under src/, such as `kernel`; empty for src/index.ts. */
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly ImportStatement[];
}

/** Every file of src/ with what it imports and re-exports, dynamically or not. */
export function readSources(): SourceFile[] {
  const paths = readdirSync(sourceRoot, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  const known = new Set(paths);
  return paths.map((path) => {
    const text = readFileSync(join(sourceRoot, path), 'utf8');
    const { importedFiles } = ts.preProcessFile(text, true, true);
    const erased = typeOnlySpecifiers(path, text);
    return {
      path,
      layer: path.includes('/') ? path.slice(0, path.indexOf('/')) : '',
      text,
      imports: importedFiles.map(({ fileName }) => ({
        specifier: fileName,
        target: targetOf(path, fileName, known),
        typeOnly: erased.has(fileName),
      })),
    };
  });
}

function targetOf(importer: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = relative(sourceRoot, resolve(sourceRoot, dirname(importer), specifier))
    .split(sep)
    .join('/');
  return [`${base}.ts`, base === '' ? 'index.ts' : `${base}/index.ts`].find((candidate) => known.has(candidate));
}

/** The specifiers that a file imports for their types alone. */
function typeOnlySpecifiers(path: string, text: string): Set<string> {
  const erased = new Set<string>();
  const kept = new Set<string>();
  for (const statement of ts.createSourceFile(path, text, ts.ScriptTarget.ES2022).statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) continue;
    (isErased(statement) ? erased : kept).add(moduleSpecifier.text);
  }
  return new Set([...erased].filter((specifier) => !kept.has(specifier)));
}

function isErased(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    if (statement.isTypeOnly) return true;
    return exportClause !== undefined && ts.isNamedExports(exportClause) && allTypes(exportClause.elements);
  }
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    allTypes(namedBindings.elements)
  );
}

function allTypes(elements: readonly { readonly isTypeOnly: boolean }[]): boolean {
  return elements.length > 0 && elements.every(({ isTypeOnly }) => isTypeOnly);
}
