import { dirname, join, resolve } from 'node:path';
import { isToolError } from '../base';
import { type Compiler, loadCompiler } from '../ets';
import { resolvePackageImport } from '../project';
import type { Source } from './source';
import type { Sources } from './sources';

/** A statement by which a module is loaded at once: imports of types, and lazy ones, are none. */
export interface ValueImport {
  readonly node: Compiler.Node;
  readonly from: string;
  /** The names that are taken for their values; empty for an import for its effects, and for `export … from`. */
  readonly names: readonly string[];
}

export function valueImports(source: Source): readonly ValueImport[] {
  const ts = loadCompiler();
  return source.tree.statements.flatMap((statement): ValueImport[] => {
    if (ts.isImportDeclaration(statement)) return importOf(source, statement);
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { moduleSpecifier } = statement;
    const isNamed = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier);
    return isNamed ? [{ node: statement, from: moduleSpecifier.text, names: [] }] : [];
  });
}

/** The app's source that an import means; `undefined` for packages and modules of others. */
export function importTarget(sources: Sources, importing: Source, from: string): Source | undefined {
  const path = from.startsWith('.') ? resolve(dirname(importing.file), from) : packageFile(from, importing.file);
  if (path === undefined) return undefined;
  const stems = [path, join(path, 'Index'), join(path, 'index')];
  const files = stems.flatMap((stem) => ['', '.ets', '.ts', '.js'].map((extension) => stem + extension));
  return files.map((file) => sources.get(file)).find((source) => source !== undefined);
}

function importOf(source: Source, statement: Compiler.ImportDeclaration): ValueImport[] {
  const ts = loadCompiler();
  const { importClause, moduleSpecifier } = statement;
  if (!ts.isStringLiteral(moduleSpecifier)) return [];
  const from = moduleSpecifier.text;
  if (importClause === undefined) return [{ node: statement, from, names: [] }];
  if (importClause.isTypeOnly || importClause.isLazy === true) return [];
  const names = bindingsOf(importClause)
    .filter(({ declaration, local }) => isUsedAsValue(source, declaration, local))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [{ node: statement, from, names }];
}

interface Binding {
  readonly declaration: Compiler.Node;
  readonly name: string;
  readonly local: string;
}

function bindingsOf(clause: Compiler.ImportClause): readonly Binding[] {
  const ts = loadCompiler();
  const { name, namedBindings } = clause;
  const own = name === undefined ? [] : [{ declaration: clause, name: 'default', local: name.text }];
  if (namedBindings === undefined) return own;
  if (ts.isNamespaceImport(namedBindings)) {
    return [...own, { declaration: namedBindings, name: '*', local: namedBindings.name.text }];
  }
  const named = namedBindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
  return [
    ...own,
    ...named.map((element) => ({
      declaration: element,
      name: (element.propertyName ?? element.name).text,
      local: element.name.text,
    })),
  ];
}

function isUsedAsValue(source: Source, declaration: Compiler.Node, local: string): boolean {
  return source.scopes.usesOf(declaration, local).some((use) => !isImplemented(use));
}

/** Behind `implements` stands a type. */
function isImplemented({ parent }: Compiler.Identifier): boolean {
  const ts = loadCompiler();
  const isHeritage = ts.isExpressionWithTypeArguments(parent) && ts.isHeritageClause(parent.parent);
  return isHeritage && parent.parent.token === ts.SyntaxKind.ImplementsKeyword;
}

function packageFile(name: string, importingFile: string): string | undefined {
  try {
    return resolvePackageImport(name, dirname(importingFile))?.file;
  } catch (error) {
    if (isToolError(error) && error.code === 'FOW_PACKAGE_NOT_FOUND') return undefined;
    throw error;
  }
}
