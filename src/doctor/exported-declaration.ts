import { type Compiler, loadCompiler } from '../ets';
import { importTarget } from './imports';
import { importOf, nameOf } from './platform-names';
import type { Declaration } from './scopes';
import type { Source } from './source';
import type { Sources } from './sources';

/** A declaration, and the file that it stands in. */
export interface Declared {
  readonly source: Source;
  readonly declaration: Declaration;
}

/** What a declaration stands for: an import for what it imports, if a file of the app declares it. */
export function followImport(sources: Sources, { source, declaration }: Declared): Declared | undefined {
  const imported = importOf(declaration);
  if (imported === undefined) return { source, declaration };
  const target = importTarget(sources, source, imported.from);
  return target === undefined ? undefined : findExport(sources, target, imported.name, 8);
}

/** @param depth how many files may pass the name on: they can do so in a circle. */
function findExport(sources: Sources, source: Source, name: string, depth: number): Declared | undefined {
  const ts = loadCompiler();
  if (depth === 0) return undefined;
  for (const statement of source.tree.statements) {
    if (isExportedAs(statement, name)) return { source, declaration: statement };
    if (!ts.isExportDeclaration(statement)) continue;
    const local = exportedName(statement, name);
    if (local === undefined) continue;
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined) return localDeclaration(sources, source, local);
    const target = ts.isStringLiteral(moduleSpecifier)
      ? importTarget(sources, source, moduleSpecifier.text)
      : undefined;
    const found = target === undefined ? undefined : findExport(sources, target, local, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A class or function with `export` (and `default`) before it. */
function isExportedAs(statement: Compiler.Statement, name: string): boolean {
  const ts = loadCompiler();
  if (!ts.isClassDeclaration(statement) && !ts.isFunctionDeclaration(statement)) return false;
  const kinds = ts.getModifiers(statement)?.map(({ kind }) => kind) ?? [];
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return false;
  return kinds.includes(ts.SyntaxKind.DefaultKeyword) ? name === 'default' : nameOf(statement) === name;
}

/** The name that `export { local as name }` or `export *` gives to it. */
function exportedName({ exportClause }: Compiler.ExportDeclaration, name: string): string | undefined {
  const ts = loadCompiler();
  if (exportClause === undefined) return name === 'default' ? undefined : name;
  if (!ts.isNamedExports(exportClause)) return undefined;
  const element = exportClause.elements.find((each) => each.name.text === name);
  return (element?.propertyName ?? element?.name)?.text;
}

function localDeclaration(sources: Sources, source: Source, name: string): Declared | undefined {
  const declaration = source.scopes.inFile(name);
  return declaration === undefined ? undefined : followImport(sources, { source, declaration });
}
