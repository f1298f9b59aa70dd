import type { Compiler } from './compiler';

/** What a decorator goes by: `State` for `@State`, `Monitor` for `@Monitor('a')`; nothing for `@a.b`. */
export function decoratorName(
  ts: typeof Compiler,
  { expression }: Compiler.Decorator,
): Compiler.Identifier | undefined {
  const name = ts.isCallExpression(expression) ? expression.expression : expression;
  return ts.isIdentifier(name) ? name : undefined;
}

/**
 * The names of a file that may be decorators with a value at run time: what it declares, and what it imports from files
 * and packages. All others, and what comes from the platform, only tell something to the platform's bundler; but for
 * `Sendable`.
 */
export function ownNames(ts: typeof Compiler, file: Compiler.SourceFile): ReadonlySet<string> {
  const names = new Set(['Sendable']);
  const add = (name: Compiler.Node | undefined) => {
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text);
  };
  const visit = (node: Compiler.Node): void => {
    if (ts.isImportDeclaration(node)) {
      if (!isPlatformImport(ts, node)) importedNames(ts, node).forEach(add);
      return;
    }
    if (isDeclaration(ts, node)) add(node.name);
    ts.forEachChild(node, visit);
  };
  if (file.text.includes('@')) visit(file);
  return names;
}

function isDeclaration(
  ts: typeof Compiler,
  node: Compiler.Node,
): node is Compiler.FunctionDeclaration | Compiler.ClassDeclaration | Compiler.VariableDeclaration {
  return ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isVariableDeclaration(node);
}

function importedNames(ts: typeof Compiler, { importClause }: Compiler.ImportDeclaration): Compiler.Node[] {
  const { name, namedBindings } = importClause ?? {};
  const named = namedBindings !== undefined && ts.isNamedImports(namedBindings) ? namedBindings.elements : [];
  return [...(name === undefined ? [] : [name]), ...named.map((each) => each.name)];
}

function isPlatformImport(ts: typeof Compiler, { moduleSpecifier }: Compiler.ImportDeclaration): boolean {
  return ts.isStringLiteral(moduleSpecifier) && /^@(kit|ohos|arkts|hms|system)\./.test(moduleSpecifier.text);
}
