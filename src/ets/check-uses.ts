import type { Compiler } from './compiler';

/**
 * Has the compiler check as little of a file as it needs to emit it. From its check it learns
 * - which imports are used as values: all others are left out;
 * - where a decorated class uses its own name: there it has to mean what the decorators made of the class.
 */
export function checkUses(ts: typeof Compiler, checker: Compiler.TypeChecker, file: Compiler.SourceFile): void {
  new UseChecker(ts, checker, file).run();
}

class UseChecker {
  readonly #imported = new Set<string>();
  readonly #classes = new Set<string>();

  constructor(
    private readonly ts: typeof Compiler,
    private readonly checker: Compiler.TypeChecker,
    private readonly file: Compiler.SourceFile,
  ) {}

  run(): void {
    const { ts } = this;
    for (const statement of this.file.statements) {
      if (ts.isImportDeclaration(statement)) this.#import(statement);
      if (ts.isImportEqualsDeclaration(statement)) this.#imported.add(statement.name.text);
    }
    for (const statement of this.file.statements) {
      statement.skipCheck = !this.#isCheckedWhole(statement);
      if (statement.skipCheck && !ts.isImportDeclaration(statement)) this.#visit(statement);
    }
  }

  #import({ importClause }: Compiler.ImportDeclaration): void {
    const { name, namedBindings } = importClause ?? {};
    if (name !== undefined) this.#imported.add(name.text);
    if (namedBindings === undefined) return;
    const named = this.ts.isNamespaceImport(namedBindings) ? [namedBindings] : namedBindings.elements;
    for (const each of named) this.#imported.add(each.name.text);
  }

  /** What gives names another meaning, which is rare in ArkTS, or takes no time. */
  #isCheckedWhole(statement: Compiler.Statement): boolean {
    const { ts } = this;
    if (ts.isExportAssignment(statement)) return ts.isIdentifier(statement.expression);
    return (
      ts.isExportDeclaration(statement) || ts.isImportEqualsDeclaration(statement) || ts.isModuleDeclaration(statement)
    );
  }

  readonly #visit = (node: Compiler.Node): void => {
    const { ts } = this;
    if (ts.isIdentifier(node)) this.#use(node);
    else if (ts.isHeritageClause(node)) this.#visitHeritage(node);
    else if (ts.isDecorator(node) && ts.isFunctionDeclaration(node.parent)) this.#visitMark(node);
    else if (!ts.isTypeNode(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) {
      if (ts.isClassLike(node)) this.#class(node);
      ts.forEachChild(node, this.#visit);
    }
  };

  /** What follows `extends` is a value, but looks like a type. */
  #visitHeritage({ token, types }: Compiler.HeritageClause): void {
    if (token === this.ts.SyntaxKind.ExtendsKeyword) for (const { expression } of types) this.#visit(expression);
  }

  /** A function is not decorated with a value: the arguments are never evaluated. */
  #visitMark({ expression }: Compiler.Decorator): void {
    this.#visit(this.ts.isCallExpression(expression) ? expression.expression : expression);
  }

  #class(node: Compiler.ClassLikeDeclaration): void {
    const { ts } = this;
    if (node.name !== undefined && (ts.isClassExpression(node) || ts.getAllDecorators(node).length > 0)) {
      this.#classes.add(node.name.text);
    }
    const loop = ts.findAncestor(node, (each) => ts.isIterationStatement(each, false));
    if (loop !== undefined) this.#checkWhole(node);
  }

  /** A class in a loop may need variables of its own in each turn. */
  #checkWhole(node: Compiler.Node): void {
    const statement = this.ts.findAncestor(node, (each) => each.parent === this.file);
    if (statement !== undefined) statement.skipCheck = false;
  }

  #use(name: Compiler.Identifier): void {
    if (this.#imported.has(name.text) && !this.#isName(name)) this.checker.getTypeAtLocation(this.#readWith(name));
    else if (this.#classes.has(name.text)) this.checker.getTypeAtLocation(name);
  }

  /** `a` of `b.a`, or the name of what is declared; in `{ a }` it is a use as well. */
  #isName(name: Compiler.Identifier): boolean {
    const { parent } = name;
    return 'name' in parent && parent.name === name && !this.ts.isShorthandPropertyAssignment(parent);
  }

  /** `a.b` with `a`: with a property the compiler takes both for one use. */
  #readWith(name: Compiler.Identifier): Compiler.Node {
    const { parent } = name;
    return this.ts.isPropertyAccessExpression(parent) && parent.expression === name ? parent : name;
  }
}
